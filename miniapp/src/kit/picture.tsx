import { classNames } from './class-names'

export interface PictureProps {
  src: string
  /** what it shows; '' for mere decoration */
  alt: string
  /** square: a thumbnail; wide: 4:3; whole: its own shape */
  shape?: 'square' | 'wide' | 'whole'
  className?: string
}

/** A photo; fetched only when it comes near the screen. */
export function Picture({ src, alt, shape = 'wide', className }: PictureProps) {
  return (
    <img
      className={classNames('k-picture', `k-picture-${shape}`, className)}
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
    />
  )
}

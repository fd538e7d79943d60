import { Image } from '@tarojs/components'
import { classNames } from './class-names'
import type { PictureProps } from './picture'

export function Picture({ src, alt, shape = 'wide', className }: PictureProps) {
  return (
    <Image
      className={classNames('k-picture', `k-picture-${shape}`, className)}
      src={src}
      mode={shape === 'whole' ? 'widthFix' : 'aspectFill'}
      ariaLabel={alt}
      lazyLoad
    />
  )
}

import { classNames } from './class-names'
import { type IconName, iconPaths } from './icon-paths'

export interface IconProps {
  name: IconName
  /** em of the text beside it: small 1, normal 1.25, large 1.75, huge 2.5 */
  size?: 'small' | 'large' | 'huge'
  /** only where no words say the same */
  label?: string
  className?: string
}

/** Drawn in the colour of the text beside it. */
export function Icon({ name, size, label, className }: IconProps) {
  return (
    <svg
      className={classNames('k-icon', size && `k-icon-${size}`, className)}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}

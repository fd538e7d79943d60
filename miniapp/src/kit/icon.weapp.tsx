import { View } from '@tarojs/components'
import { classNames } from './class-names'
import type { IconProps } from './icon'
import { type IconName, iconPaths } from './icon-paths'

/** A mini program knows no inline SVG: the drawing masks a box painted in the text's colour. */
export function Icon({ name, size, label, className }: IconProps) {
  const mask = maskOf(name)
  return (
    <View
      className={classNames('k-icon', 'k-icon-mask', size && `k-icon-${size}`, className)}
      style={{ maskImage: mask, WebkitMaskImage: mask }}
      ariaLabel={label}
      ariaRole={label ? 'img' : undefined}
      ariaHidden={!label}
    />
  )
}

const masks = new Map<IconName, string>()

function maskOf(name: IconName): string {
  const known = masks.get(name)
  if (known) return known
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'><path d='${iconPaths[name]}'/></svg>`
  const mask = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
  masks.set(name, mask)
  return mask
}

import type { BoxProps } from './box'
import { classNames } from './class-names'

type Layout = Pick<BoxProps, 'className' | 'row' | 'gap' | 'align' | 'justify' | 'wrap' | 'grow'>

export function boxClass({ className, row, gap, align, justify, wrap, grow }: Layout): string | undefined {
  const names = classNames(
    row ? 'k-row' : gap && 'k-stack',
    gap && `k-gap-${gap}`,
    align && `k-align-${align}`,
    justify && `k-justify-${justify}`,
    wrap && 'k-wrap',
    grow && 'k-grow',
    className,
  )
  return names || undefined
}

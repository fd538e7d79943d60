import { classNames } from './class-names'
import type { TextProps } from './text'

export function textClass({ size, tone, strong, prose, className }: TextProps): string {
  return classNames(
    'k-text',
    size && `k-text-${size}`,
    tone && `k-tone-${tone}`,
    strong && 'k-strong',
    prose && 'k-prose',
    className,
  )
}

import { classNames } from './class-names'
import type { LinkProps } from './link'

type Look = Pick<LinkProps, 'kind' | 'block' | 'current' | 'className'>

export function linkClass({ kind = 'text', block, current, className }: Look): string {
  const isButton = kind === 'primary' || kind === 'plain'
  return classNames(
    isButton ? `k-button k-button-${kind}` : `k-link-${kind}`,
    block && (isButton ? 'k-button-block' : 'k-link-block'),
    current && 'k-link-current',
    className,
  )
}

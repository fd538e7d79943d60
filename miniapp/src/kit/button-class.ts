import type { ButtonProps } from './button'
import { classNames } from './class-names'

type Look = Pick<
  ButtonProps,
  'kind' | 'block' | 'small' | 'busy' | 'disabled' | 'pressed' | 'className' | 'children'
>

export function buttonClass({
  kind = 'plain',
  block,
  small,
  busy,
  disabled,
  pressed,
  className,
  children,
}: Look): string {
  return classNames(
    'k-button',
    `k-button-${kind}`,
    block && 'k-button-block',
    small && 'k-button-small',
    busy && 'k-button-busy',
    disabled && 'k-button-off',
    pressed && 'k-button-pressed',
    children === undefined && 'k-button-icon',
    className,
  )
}

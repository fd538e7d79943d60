import type { ReactNode } from 'react'
import { buttonClass } from './button-class'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import { Spinner } from './spinner'

export interface ButtonProps {
  /** one primary a screen; ghost looks like a link */
  kind?: 'primary' | 'plain' | 'danger' | 'ghost'
  /** as wide as its container */
  block?: boolean
  small?: boolean
  /** waits for an answer: shows it, and cannot be pressed again */
  busy?: boolean
  disabled?: boolean
  icon?: IconName
  /** an icon alone needs words for screen readers */
  label?: string
  /** a switch: on or off */
  pressed?: boolean
  /** opens and closes something: whether it is open */
  expanded?: boolean
  /** sends the Form it stands in */
  submit?: boolean
  onClick?: () => void
  /** where an error summary leads to */
  id?: string
  className?: string
  children?: ReactNode
}

export function Button(props: ButtonProps) {
  const { busy, disabled, icon, id, label, pressed, expanded, submit, onClick, children } = props
  // Busy stays focusable: a disabled button would drop the keyboard's focus to the top of the page.
  return (
    <button
      id={id}
      className={buttonClass(props)}
      type={submit ? 'submit' : 'button'}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children !== undefined && <span className="k-button-text">{children}</span>}
    </button>
  )
}

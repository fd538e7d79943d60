import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface PressableProps {
  /** what pressing does, for screen readers; the content may be a mere picture */
  label: string
  onClick: () => void
  /** a switch: on or off */
  pressed?: boolean
  className?: string
  children: ReactNode
}

/** Anything that can be pressed and does not look like a button: a photo that opens. */
export function Pressable({ label, onClick, pressed, className, children }: PressableProps) {
  return (
    <button
      type="button"
      className={classNames('k-press', className)}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface PressableProps {
  /** what pressing does, for screen readers; the content may be a mere picture */
  label: string
  /** the content says the label, word for word: it is then the name, so that what is seen can be spoken to press it */
  contentIsLabel?: boolean
  onClick: () => void
  /** a switch: on or off */
  pressed?: boolean
  className?: string
  children: ReactNode
}

/** Anything that can be pressed and does not look like a button: a photo that opens. */
export function Pressable({ label, contentIsLabel, onClick, pressed, className, children }: PressableProps) {
  return (
    <button
      type="button"
      className={classNames('k-press', className)}
      aria-label={contentIsLabel ? undefined : label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

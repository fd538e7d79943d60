import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names'

export interface FormProps {
  onSubmit: () => void
  label?: string
  className?: string
  children: ReactNode
}

/**
 * Sends on Enter, from a text of several lines on Ctrl (⌘) and Enter, and on its submit button. Checking is ours, not
 * the browser's.
 */
export function Form({ onSubmit, label, className, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const element = form.current
    if (!element) return
    const hurry = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      // As the button does it: what is disabled or busy stays so.
      element.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
    }
    element.addEventListener('keydown', hurry)
    return () => element.removeEventListener('keydown', hurry)
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form
      className={classNames('k-form', className)}
      ref={form}
      noValidate
      aria-label={label}
      onSubmit={submit}
    >
      {children}
    </form>
  )
}

import type { FormEvent, ReactNode } from 'react'
import { classNames } from './class-names'

export interface FormProps {
  onSubmit: () => void
  label?: string
  className?: string
  children: ReactNode
}

/** Sends on Enter and on its submit button. Checking is ours, not the browser's. */
export function Form({ onSubmit, label, className, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className={classNames('k-form', className)} noValidate aria-label={label} onSubmit={submit}>
      {children}
    </form>
  )
}

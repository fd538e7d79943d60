import { type MouseEvent, useEffect, useRef } from 'react'
import { useText } from '@/locale/use-text'
import { Icon } from './icon'

export interface ErrorSummaryProps {
  /** id of the field and what is wrong with it; nothing is shown for an empty list */
  errors: readonly { id: string; message: string }[]
  /** grows with every attempt to send, so that the same errors take the focus again */
  attempt?: number
}

/** Stands before the form after a failed attempt, takes the focus, and leads to each field. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  return errors.length > 0 ? <Summary key={attempt} errors={errors} /> : null
}

function Summary({ errors }: Pick<ErrorSummaryProps, 'errors'>) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const lead = (id: string) => (event: MouseEvent) => {
    // A change of the hash would make Taro's router open the page anew.
    event.preventDefault()
    const field = document.getElementById(id)
    field?.scrollIntoView({ block: 'center' })
    field?.focus()
  }
  return (
    <div className="k-summary" ref={box} tabIndex={-1} role="alert">
      <p className="k-summary-title">
        <Icon name="alert" />
        <span>{t('common.errors', { n: errors.length })}</span>
      </p>
      <ul className="k-summary-list">
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a className="k-link-text k-summary-link" href={`#${id}`} onClick={lead(id)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

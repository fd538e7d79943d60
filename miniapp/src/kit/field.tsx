import type { ReactNode } from 'react'
import { useText } from '@/locale/use-text'
import { classNames } from './class-names'
import { Icon } from './icon'

/** What every control of a form has. */
export interface FieldBasics {
  /** unique on the page: the label, the messages and the error summary point to it */
  id: string
  label: string
  /** help, before the control */
  hint?: ReactNode
  /** what is wrong and how to mend it */
  error?: string
  /** nearly everything we ask is needed, so the exception is marked */
  optional?: boolean
}

export interface FieldProps extends FieldBasics {
  /** below the control: a counter */
  after?: ReactNode
  /** a group of controls (radio buttons) has a legend, not a label */
  group?: boolean
  hideLabel?: boolean
  className?: string
  children: ReactNode
}

/** Label, hint and error around a control. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  after,
  group,
  hideLabel,
  className,
  children,
}: FieldProps) {
  const t = useText()
  const Frame = group ? 'fieldset' : 'div'
  const words = (
    <>
      {label}
      {optional && <span className="k-optional"> ({t('common.optional')})</span>}
    </>
  )
  const labelClass = hideLabel ? 'k-hidden' : 'k-label'
  return (
    <Frame
      className={classNames('k-field', error !== undefined && 'k-field-wrong', className)}
      aria-describedby={group ? describedBy({ id, hint, error }) : undefined}
    >
      {group ? (
        <legend className={labelClass}>{words}</legend>
      ) : (
        <label className={labelClass} htmlFor={id}>
          {words}
        </label>
      )}
      {hint !== undefined && (
        <div className="k-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p className="k-error" id={`${id}-error`}>
          <Icon name="alert" size="small" />
          <span>{error}</span>
        </p>
      )}
      {children}
      {after}
    </Frame>
  )
}

/** For aria-describedby of the control. */
export function describedBy({
  id,
  hint,
  error,
}: Pick<FieldBasics, 'id' | 'hint' | 'error'>): string | undefined {
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

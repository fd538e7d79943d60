import { classNames } from './class-names'
import { describedBy } from './field'
import { Icon } from './icon'

export interface CheckboxProps {
  id: string
  label: string
  checked: boolean
  /** withShift: the shift key was held, as for everything up to here */
  onChange: (checked: boolean, withShift: boolean) => void
  hint?: string
  error?: string
  disabled?: boolean
  /** the words are for screen readers only (a column of boxes in a table) */
  hideLabel?: boolean
}

export function Checkbox({ id, label, checked, onChange, hint, error, disabled, hideLabel }: CheckboxProps) {
  return (
    <div className={classNames('k-field', error !== undefined && 'k-field-wrong')}>
      <label className="k-check" htmlFor={id}>
        <input
          className="k-check-input"
          type="checkbox"
          id={id}
          checked={checked}
          disabled={disabled}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy({ id, hint, error })}
          onChange={(event) => onChange(event.target.checked, isWithShift(event.nativeEvent))}
        />
        <span className={hideLabel ? 'k-hidden' : 'k-check-words'}>{label}</span>
      </label>
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
    </div>
  )
}

/** A click is what changes a box, also by the space bar. */
function isWithShift(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey
}

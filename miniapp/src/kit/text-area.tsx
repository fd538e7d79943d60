import { Counter } from './counter'
import { describedBy, Field, type FieldBasics } from './field'

export interface TextAreaProps extends FieldBasics {
  value: string
  onChange: (value: string) => void
  /** lines shown; it grows with the text */
  rows?: number
  max?: number
  placeholder?: string
  disabled?: boolean
  hideLabel?: boolean
  onBlur?: () => void
}

export function TextArea({
  id,
  value,
  onChange,
  rows = 4,
  max,
  placeholder,
  disabled,
  onBlur,
  ...field
}: TextAreaProps) {
  return (
    <Field id={id} {...field} after={max !== undefined && <Counter value={value} max={max} />}>
      {/* The hidden copy of the text gives the frame its height: no measuring, no script. */}
      <span className="k-area" data-text={`${value}\n`}>
        <textarea
          className="k-input k-area-input"
          id={id}
          rows={rows}
          value={value}
          placeholder={placeholder}
          disabled={disabled}
          aria-required={!field.optional}
          aria-invalid={field.error !== undefined}
          aria-describedby={describedBy({ id, ...field })}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      </span>
    </Field>
  )
}

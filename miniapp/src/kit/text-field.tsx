import { useState } from 'react'
import { useText } from '@/locale/use-text'
import { Counter } from './counter'
import { describedBy, Field, type FieldBasics } from './field'
import { Icon } from './icon'

export interface TextFieldProps extends FieldBasics {
  value: string
  onChange: (value: string) => void
  /** numeric: digits on a numeric pad, still a text (report numbers, codes) */
  type?: 'text' | 'tel' | 'numeric' | 'password' | 'search' | 'date'
  /** counts down below the field; typing more is possible and marked, so nothing pasted is lost */
  max?: number
  /** an example, never the label */
  placeholder?: string
  /** 'name', 'tel', 'username', 'current-password', 'one-time-code', 'off' */
  autoComplete?: string
  disabled?: boolean
  hideLabel?: boolean
  /** after Enter or the keyboard's done; inside a Form its onSubmit comes anyway (H5) */
  onEnter?: () => void
  /** when the field is left */
  onBlur?: () => void
  className?: string
}

const htmlTypes = {
  text: 'text',
  tel: 'tel',
  numeric: 'text',
  password: 'password',
  search: 'search',
  date: 'date',
}

export function TextField(props: TextFieldProps) {
  const {
    id,
    value,
    onChange,
    type = 'text',
    max,
    placeholder,
    autoComplete,
    disabled,
    onEnter,
    onBlur,
    ...field
  } = props
  const [visible, setVisible] = useState(false)
  return (
    <Field id={id} {...field} after={max !== undefined && <Counter value={value} max={max} />}>
      <span className="k-input-frame">
        <input
          className="k-input"
          id={id}
          type={type === 'password' && visible ? 'text' : htmlTypes[type]}
          inputMode={type === 'numeric' ? 'numeric' : undefined}
          value={value}
          placeholder={placeholder}
          autoComplete={autoComplete}
          disabled={disabled}
          aria-required={!field.optional}
          aria-invalid={field.error !== undefined}
          aria-describedby={describedBy({ id, ...field })}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          // Enter that only picks a candidate of a Chinese input method sends nothing.
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onEnter?.()}
        />
        {type === 'password' && <Reveal visible={visible} onChange={setVisible} />}
      </span>
    </Field>
  )
}

function Reveal({ visible, onChange }: { visible: boolean; onChange: (visible: boolean) => void }) {
  const t = useText()
  const label = t(visible ? 'common.hide-password' : 'common.show-password')
  return (
    <button type="button" className="k-input-action" aria-label={label} onClick={() => onChange(!visible)}>
      <Icon name={visible ? 'close' : 'eye'} />
    </button>
  )
}

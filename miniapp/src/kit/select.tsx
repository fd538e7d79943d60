import { useText } from '@/locale/use-text'
import { describedBy, Field, type FieldBasics } from './field'
import { Icon } from './icon'

export interface SelectProps extends FieldBasics {
  /** '': nothing chosen yet */
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  /** the words for '' — '全部' in a filter; '请选择' when absent */
  empty?: string
  disabled?: boolean
  hideLabel?: boolean
  className?: string
}

export function Select({ id, value, options, onChange, empty, disabled, ...field }: SelectProps) {
  const t = useText()
  return (
    <Field id={id} {...field}>
      <span className="k-select">
        <select
          className="k-input k-select-input"
          id={id}
          value={value}
          disabled={disabled}
          aria-required={!field.optional}
          aria-invalid={field.error !== undefined}
          aria-describedby={describedBy({ id, ...field })}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{empty ?? t('common.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" size="small" className="k-select-mark" />
      </span>
    </Field>
  )
}

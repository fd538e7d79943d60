import { Textarea } from '@tarojs/components'
import { Counter } from './counter'
import { Field } from './field'
import type { TextAreaProps } from './text-area'

export function TextArea({
  id,
  value,
  onChange,
  max,
  placeholder,
  disabled,
  onBlur,
  ...field
}: TextAreaProps) {
  return (
    <Field id={id} {...field} after={max !== undefined && <Counter value={value} max={max} />}>
      <Textarea
        className="k-input k-area-input"
        placeholderClass="k-placeholder"
        value={value}
        placeholder={placeholder}
        disabled={disabled}
        maxlength={-1}
        autoHeight
        ariaLabel={field.label}
        onInput={({ detail }) => onChange(detail.value)}
        onBlur={onBlur}
      />
    </Field>
  )
}

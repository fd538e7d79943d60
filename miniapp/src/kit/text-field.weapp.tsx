import { Input, type InputProps, Picker, View } from '@tarojs/components'
import { useContext } from 'react'
import { Counter } from './counter'
import { Field } from './field'
import { FormSubmit } from './form-submit'
import type { TextFieldProps } from './text-field'

const types: Record<NonNullable<TextFieldProps['type']>, InputProps['type']> = {
  text: 'text',
  tel: 'number',
  numeric: 'number',
  password: 'text',
  search: 'text',
  date: 'text',
}

export function TextField(props: TextFieldProps) {
  const send = useContext(FormSubmit)
  const { id, value, onChange, type = 'text', max, placeholder, disabled, onEnter, onBlur, ...field } = props
  return (
    <Field id={id} {...field} after={max !== undefined && <Counter value={value} max={max} />}>
      {type === 'date' ? (
        <Picker
          mode="date"
          value={value}
          disabled={disabled}
          onChange={({ detail }) => onChange(detail.value)}
        >
          <View className="k-input" ariaLabel={field.label} ariaRole="button">
            {value || placeholder}
          </View>
        </Picker>
      ) : (
        <Input
          className="k-input"
          placeholderClass="k-placeholder"
          type={types[type]}
          password={type === 'password'}
          value={value}
          placeholder={placeholder}
          disabled={disabled}
          maxlength={-1}
          confirmType={type === 'search' ? 'search' : 'done'}
          ariaLabel={field.label}
          onInput={({ detail }) => onChange(detail.value)}
          onBlur={onBlur}
          onConfirm={() => {
            onEnter?.()
            send?.()
          }}
        />
      )}
    </Field>
  )
}

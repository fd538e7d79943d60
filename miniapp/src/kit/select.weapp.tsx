import { Picker, Text, View } from '@tarojs/components'
import { useText } from '@/locale/use-text'
import { Field } from './field'
import { Icon } from './icon'
import type { SelectProps } from './select'

export function Select({ id, value, options, onChange, empty, disabled, ...field }: SelectProps) {
  const t = useText()
  const all = [{ value: '', label: empty ?? t('common.choose') }, ...options]
  const index = Math.max(
    0,
    all.findIndex((option) => option.value === value),
  )
  return (
    <Field id={id} {...field}>
      <Picker
        mode="selector"
        range={all.map((option) => option.label)}
        value={index}
        disabled={disabled}
        onChange={({ detail }) => onChange(all[Number(detail.value)]?.value ?? '')}
      >
        <View
          className="k-input k-select"
          ariaRole="button"
          ariaLabel={`${field.label} ${all[index]?.label ?? ''}`}
        >
          <Text>{all[index]?.label}</Text>
          <Icon name="down" size="small" className="k-select-mark" />
        </View>
      </Picker>
    </Field>
  )
}

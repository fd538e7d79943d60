import { View } from '@tarojs/components'
import type { ChoiceProps } from './choice'
import { classNames } from './class-names'
import { Field } from './field'
import { Icon } from './icon'

export function Choice<V extends string>({
  id,
  value,
  options,
  onChange,
  layout = 'list',
  ...field
}: ChoiceProps<V>) {
  return (
    <Field id={id} group {...field}>
      <View className={`k-choice k-choice-${layout}`} ariaRole="radiogroup" ariaLabel={field.label}>
        {options.map((option) => {
          const chosen = option.value === value
          return (
            <View
              key={option.value}
              className={classNames('k-option', chosen && 'k-option-chosen')}
              hoverClass="k-hover"
              ariaRole="radio"
              ariaChecked={chosen}
              onClick={() => onChange(option.value)}
            >
              <View className={chosen ? 'k-radio k-radio-on' : 'k-radio'} ariaHidden />
              {option.icon && <Icon name={option.icon} size="large" className="k-option-icon" />}
              <View className="k-option-words">
                <View className="k-option-label">{option.label}</View>
                {option.hint !== undefined && <View className="k-option-hint">{option.hint}</View>}
              </View>
            </View>
          )
        })}
      </View>
    </Field>
  )
}

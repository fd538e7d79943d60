import { Text, View } from '@tarojs/components'
import type { CheckboxProps } from './checkbox'
import { classNames } from './class-names'
import { Icon } from './icon'

export function Checkbox({ label, checked, onChange, hint, error, disabled, hideLabel }: CheckboxProps) {
  return (
    <View className={classNames('k-field', error !== undefined && 'k-field-wrong')}>
      <View
        className="k-check"
        hoverClass="k-hover"
        ariaRole="checkbox"
        ariaChecked={checked}
        ariaLabel={label}
        onClick={disabled ? undefined : () => onChange(!checked, false)}
      >
        <View className={checked ? 'k-box k-box-on' : 'k-box'}>
          {checked && <Icon name="check" size="small" />}
        </View>
        {!hideLabel && <Text className="k-check-words">{label}</Text>}
      </View>
      {hint !== undefined && <View className="k-hint">{hint}</View>}
      {error !== undefined && (
        <View className="k-error" ariaRole="alert">
          <Icon name="alert" size="small" />
          <Text>{error}</Text>
        </View>
      )}
    </View>
  )
}

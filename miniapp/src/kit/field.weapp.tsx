import { Text, View } from '@tarojs/components'
import { useText } from '@/locale/use-text'
import { classNames } from './class-names'
import type { FieldBasics, FieldProps } from './field'
import { Icon } from './icon'

export function Field({
  id,
  label,
  hint,
  error,
  optional,
  after,
  hideLabel,
  className,
  children,
}: FieldProps) {
  const t = useText()
  return (
    <View
      className={classNames('k-field', error !== undefined && 'k-field-wrong', className)}
      id={`${id}-field`}
    >
      {!hideLabel && (
        <View className="k-label">
          {label}
          {optional && <Text className="k-optional"> ({t('common.optional')})</Text>}
        </View>
      )}
      {hint !== undefined && <View className="k-hint">{hint}</View>}
      {error !== undefined && (
        <View className="k-error" ariaRole="alert">
          <Icon name="alert" size="small" />
          <Text>{error}</Text>
        </View>
      )}
      {children}
      {after}
    </View>
  )
}

/** A mini program ties hint and error to nothing; they stand beside the control. */
export function describedBy(_field: Pick<FieldBasics, 'id' | 'hint' | 'error'>): string | undefined {
  return undefined
}

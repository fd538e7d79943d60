import { Text, View } from '@tarojs/components'
import type { TabsProps } from './tabs'

export function Tabs<V extends string>({ label, value, options, onChange, children }: TabsProps<V>) {
  return (
    <View className="k-tabs">
      <View className="k-tabs-row" ariaRole="tablist" ariaLabel={label}>
        {options.map((option) => {
          const chosen = option.value === value
          return (
            <View
              key={option.value}
              className={chosen ? 'k-tab k-tab-chosen' : 'k-tab'}
              ariaRole="tab"
              ariaSelected={chosen}
              onClick={() => onChange(option.value)}
            >
              {option.label}
              {option.count !== undefined && <Text className="k-tab-count">{option.count}</Text>}
            </View>
          )
        })}
      </View>
      <View className="k-tabs-panel">{children}</View>
    </View>
  )
}

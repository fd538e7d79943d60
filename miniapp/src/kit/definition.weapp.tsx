import { View } from '@tarojs/components'
import type { DefinitionProps } from './definition'
import { DefinitionChange } from './definition-change'

export function Definition({ rows, label }: DefinitionProps) {
  return (
    <View className="k-facts" ariaLabel={label}>
      {rows.map((row) => (
        <View key={row.label} className="k-fact">
          <View className="k-fact-label">{row.label}</View>
          <View className="k-fact-value">{row.value}</View>
          {row.change && (
            <View className="k-fact-change">
              <DefinitionChange row={row} />
            </View>
          )}
        </View>
      ))}
    </View>
  )
}

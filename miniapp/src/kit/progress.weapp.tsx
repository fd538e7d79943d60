import { View } from '@tarojs/components'
import type { ProgressProps } from './progress'

export function Progress({ value, label }: ProgressProps) {
  return (
    <View className="k-progress" ariaRole="progressbar" ariaLabel={`${label} ${Math.round(value * 100)}%`}>
      <View className="k-progress-done" style={{ width: `${Math.round(value * 100)}%` }} />
    </View>
  )
}

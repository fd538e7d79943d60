import { View } from '@tarojs/components'

export function Spinner() {
  return <View className="k-spinner" ariaHidden />
}

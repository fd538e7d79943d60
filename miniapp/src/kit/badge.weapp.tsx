import { Text, View } from '@tarojs/components'
import type { BadgeProps } from './badge'
import { Icon } from './icon'

export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <View className={`k-badge k-badge-${tone ?? 'plain'}`}>
      {icon && <Icon name={icon} size="small" />}
      <Text>{children}</Text>
    </View>
  )
}

import { View } from '@tarojs/components'
import { Drawing } from './drawing'
import type { EmptyStateProps } from './empty-state'

export function EmptyState({ drawing, title, children, actions }: EmptyStateProps) {
  return (
    <View className="k-empty">
      {drawing && <Drawing drawing={drawing} className="k-empty-drawing" />}
      <View className="k-empty-title">{title}</View>
      {children !== undefined && <View className="k-empty-words">{children}</View>}
      {actions && <View className="k-empty-actions">{actions}</View>}
    </View>
  )
}

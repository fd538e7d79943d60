import { View } from '@tarojs/components'
import { useText } from '@/locale/use-text'
import type { SkeletonProps } from './skeleton'

export function Skeleton({ rows = 3, look = 'text' }: SkeletonProps) {
  const t = useText()
  return (
    <View className={`k-skeleton k-skeleton-${look}`} ariaRole="status" ariaLabel={t('common.loading')}>
      {Array.from({ length: look === 'card' ? 1 : rows }, (_, index) => (
        <View key={index} className="k-skeleton-row" />
      ))}
    </View>
  )
}

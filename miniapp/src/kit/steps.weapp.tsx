import { Text, View } from '@tarojs/components'
import { useText } from '@/locale/use-text'
import type { StepsProps } from './steps'

export function Steps({ current, total, title }: StepsProps) {
  const t = useText()
  return (
    <View className="k-steps">
      <View className="k-steps-words">
        <Text className="k-steps-count">{t('common.step', { n: current, total })}</Text>
        {title !== undefined && <Text> · {title}</Text>}
      </View>
      <View className="k-steps-bar" ariaHidden>
        {Array.from({ length: total }, (_, index) => (
          <View key={index} className={index < current ? 'k-steps-part k-steps-done' : 'k-steps-part'} />
        ))}
      </View>
    </View>
  )
}

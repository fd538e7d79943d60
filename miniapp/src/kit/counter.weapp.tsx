import { View } from '@tarojs/components'
import { useText } from '@/locale/use-text'

export const lengthOf = (text: string) => [...text].length

export function Counter({ value, max }: { value: string; max: number }) {
  const t = useText()
  const left = max - lengthOf(value)
  return (
    <View className={left < 0 ? 'k-counter k-counter-over' : 'k-counter'}>
      {left < 0 ? t('common.over', { n: -left }) : t('common.left', { n: left })}
    </View>
  )
}

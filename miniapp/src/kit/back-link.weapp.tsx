import { Text, View } from '@tarojs/components'
import { useText } from '@/locale/use-text'
import { goBack } from '@/platform/navigation'
import type { BackLinkProps } from './back-link'
import { Icon } from './icon'

export function BackLink({ to, query, label }: BackLinkProps) {
  const t = useText()
  return (
    <View className="k-back" ariaRole="link" hoverClass="k-hover" onClick={() => goBack(to, query)}>
      <Icon name="back" />
      <Text>{label ?? t('common.back')}</Text>
    </View>
  )
}

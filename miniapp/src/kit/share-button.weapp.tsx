import { Button as TaroButton, Text } from '@tarojs/components'
import { useText } from '@/locale/use-text'
import { useSharing } from '@/platform/use-sharing'
import { buttonClass } from './button-class'
import { Icon } from './icon'
import type { ShareButtonProps } from './share-button'

/** Opens WeChat's own list of friends and groups. */
export function ShareButton({ shared, block }: ShareButtonProps) {
  const t = useText()
  useSharing(shared)
  const words = t('public.share')
  return (
    <TaroButton className={buttonClass({ block, children: words })} hoverClass="k-hover" openType="share">
      <Icon name="send" />
      <Text className="k-button-text">{words}</Text>
    </TaroButton>
  )
}

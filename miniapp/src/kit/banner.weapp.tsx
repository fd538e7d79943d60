import { View } from '@tarojs/components'
import type { BannerProps } from './banner'
import { Icon } from './icon'
import { toneIcons } from './tone'

export function Banner({ tone = 'info', title, announce = true, actions, children }: BannerProps) {
  const role = tone === 'bad' ? 'alert' : 'status'
  return (
    <View className={`k-banner k-banner-${tone}`} ariaRole={announce ? role : undefined}>
      <Icon name={toneIcons[tone]} className="k-banner-icon" />
      <View className="k-banner-words">
        {title !== undefined && <View className="k-banner-title">{title}</View>}
        {children !== undefined && <View>{children}</View>}
        {actions && <View className="k-banner-actions">{actions}</View>}
      </View>
    </View>
  )
}

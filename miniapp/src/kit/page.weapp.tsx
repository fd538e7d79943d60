import { View } from '@tarojs/components'
import { BackLink } from './back-link'
import { classNames } from './class-names'
import type { PageProps } from './page'
import { usePageTitle } from './use-page-title'
import { useTheme } from './use-theme'

/** The navigation bar shows the title and the way back already; the way back is repeated where it leads elsewhere. */
export function Page({ title, lead, hideTitle, back, actions, wide, children }: PageProps) {
  const theme = useTheme()
  usePageTitle(title)
  return (
    <View className={theme}>
      <View className={classNames('k-page', wide && 'k-page-wide')}>
        {(back?.label || actions) && (
          <View className="k-bar">
            {back?.label ? <BackLink {...back} /> : <View />}
            {actions && <View className="k-bar-actions">{actions}</View>}
          </View>
        )}
        <View className="k-main" ariaRole="main">
          {!hideTitle && (
            <View className="k-title" ariaRole="heading">
              {title}
            </View>
          )}
          {lead && <View className="k-lead">{lead}</View>}
          {children}
        </View>
      </View>
    </View>
  )
}

import { View } from '@tarojs/components'
import { BackLink } from './back-link'
import { classNames } from './class-names'
import type { PageProps } from './page'
import { usePageTitle } from './use-page-title'
import { useTheme } from './use-theme'

/** The navigation bar shows the title and the way back already; the way back is repeated where it leads elsewhere. */
export function Page({ title, lead, hideTitle, back, start, actions, wide, children }: PageProps) {
  const theme = useTheme()
  usePageTitle(title)
  return (
    <View className={theme}>
      <View className={classNames('k-page', wide && 'k-page-wide')}>
        <TopRow back={back} start={start} actions={actions} />
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

function TopRow({ back, start, actions }: Pick<PageProps, 'back' | 'start' | 'actions'>) {
  if (!back?.label && !start && !actions) return null
  return (
    <View className="k-bar">
      {back?.label ? <BackLink {...back} /> : <View>{start}</View>}
      {actions && <View className="k-bar-actions">{actions}</View>}
    </View>
  )
}

import { RootPortal, View } from '@tarojs/components'
import { useText } from '@/locale/use-text'
import { Icon } from './icon'
import type { SheetProps } from './sheet'
import { useTheme } from './use-theme'

/** Above everything else on the page; the theme is set again because a portal stands outside the page's root. */
export function Sheet({ open, title, onClose, actions, children }: SheetProps) {
  const t = useText()
  const theme = useTheme()
  if (!open) return null
  return (
    <RootPortal>
      <View className={`${theme} k-overlay`}>
        <View className="k-overlay-shade" catchMove onClick={onClose} />
        <View className="k-sheet" ariaRole="dialog" ariaModal ariaLabel={title}>
          <View className="k-sheet-frame">
            <View className="k-sheet-head">
              <View className="k-sheet-title">{title}</View>
              <View
                className="k-button k-button-ghost k-button-icon"
                ariaRole="button"
                ariaLabel={t('common.close')}
                onClick={onClose}
              >
                <Icon name="close" />
              </View>
            </View>
            <View className="k-sheet-body">{children}</View>
            {actions && <View className="k-sheet-actions">{actions}</View>}
          </View>
        </View>
      </View>
    </RootPortal>
  )
}

import { View } from '@tarojs/components'
import { navigate } from '@/platform/navigation'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { ListItemProps } from './list-item'

export function ListItem({ to, query, onClick, selected, className, children, icon, title, note, aside }: ListItemProps) {
  const press = to ? () => navigate(to, query) : onClick
  return (
    <View className={classNames('k-item', selected && 'k-item-selected', className)} ariaRole="listitem">
      <View
        className={press ? 'k-item-press' : 'k-item-still'}
        hoverClass={press ? 'k-hover' : 'none'}
        ariaRole={to ? 'link' : press ? 'button' : undefined}
        onClick={press}
      >
        {(title !== undefined || note !== undefined) && (
          <View className="k-item-row">
            {icon && <Icon name={icon} className="k-item-icon" />}
            <View className="k-item-words">
              <View className="k-item-title">{title}</View>
              {note !== undefined && <View className="k-item-note">{note}</View>}
            </View>
            {aside !== undefined && <View className="k-item-aside">{aside}</View>}
            {to && <Icon name="forward" size="small" className="k-item-leads" />}
          </View>
        )}
        {children}
      </View>
    </View>
  )
}

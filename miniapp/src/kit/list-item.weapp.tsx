import { View } from '@tarojs/components'
import { navigate } from '@/platform/navigation'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { ListItemProps } from './list-item'

export function ListItem(props: ListItemProps) {
  const { to, query, onClick, before, selected, position: _told, className, children, ...row } = props
  const press = to ? () => navigate(to, query) : onClick
  const role = press && (to ? 'link' : 'button')
  return (
    <View
      className={classNames(
        'k-item',
        selected && 'k-item-selected',
        Boolean(before) && 'k-item-marked',
        className,
      )}
      ariaRole="listitem"
    >
      {before}
      <View
        className={press ? 'k-item-press' : 'k-item-still'}
        hoverClass={press ? 'k-hover' : 'none'}
        ariaRole={role}
        onClick={press}
      >
        <Row {...row} leads={Boolean(to)} />
        {children}
      </View>
    </View>
  )
}

type RowProps = Pick<ListItemProps, 'icon' | 'title' | 'note' | 'aside'> & { leads: boolean }

function Row({ icon, title, note, aside, leads }: RowProps) {
  if (title === undefined && note === undefined) return null
  return (
    <View className="k-item-row">
      {icon && <Icon name={icon} className="k-item-icon" />}
      <View className="k-item-words">
        <View className="k-item-title">{title}</View>
        {note !== undefined && <View className="k-item-note">{note}</View>}
      </View>
      {aside !== undefined && <View className="k-item-aside">{aside}</View>}
      {leads && <Icon name="forward" size="small" className="k-item-leads" />}
    </View>
  )
}

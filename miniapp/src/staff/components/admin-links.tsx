import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { useStaffText } from '../locale/use-staff-text'
import { placesOf } from '../state/staff-places'

/** What an administrator keeps: the way to each page. */
export function AdminLinks() {
  const t = useStaffText()
  return (
    <List label={t('staff.admin.tasks')}>
      {placesOf('admin')
        .filter(({ to }) => to !== 'staff-inbox')
        .map(({ to, icon, name, note }) => (
          <ListItem key={to} to={to} icon={icon} title={t(name)} note={t(note)} />
        ))}
    </List>
  )
}

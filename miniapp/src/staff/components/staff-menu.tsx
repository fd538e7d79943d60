import type { Role } from '@shared/domain/actor.ts'
import { useState } from 'react'
import { Button } from '@/kit/button'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Sheet } from '@/kit/sheet'
import { returnTo, type RouteName, useHidden } from '@/platform/navigation'
import { useStaffText } from '../locale/use-staff-text'
import { placesOf } from '../state/staff-places'

/** The way from any page of the staff to any other that is for this role. */
export function StaffMenu({ forRole, here }: { forRole: Role; here: RouteName }) {
  const t = useStaffText()
  const [open, setOpen] = useState(false)
  // Whoever comes back finds the page, not the menu they left it by.
  useHidden(() => setOpen(false))
  const inbox = () => {
    setOpen(false)
    returnTo('staff-inbox')
  }
  return (
    <>
      <Button kind="ghost" icon="list" onClick={() => setOpen(true)}>
        {t('staff.menu')}
      </Button>
      <Sheet open={open} title={t('staff.menu')} onClose={() => setOpen(false)}>
        <List label={t('staff.menu')}>
          {placesOf(forRole).map(({ to, icon, name, note }) => (
            <ListItem
              key={to}
              {...(to === 'staff-inbox' ? { onClick: inbox } : { to })}
              icon={icon}
              title={t(name)}
              note={t(note)}
              selected={to === here}
            />
          ))}
        </List>
      </Sheet>
    </>
  )
}

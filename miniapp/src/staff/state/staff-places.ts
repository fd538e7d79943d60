import type { Role } from '@shared/domain/actor.ts'
import type { IconName } from '@/kit/icon-paths'
import type { RouteName } from '@/platform/navigation'
import type { StaffTextKey } from '../locale/zh-hans'

/** One page behind the sign-in that can be gone to from any other. */
export interface StaffPlace {
  to: RouteName
  icon: IconName
  /** a word or two, for the row at the top of a desk */
  name: StaffTextKey
  /** what it is for, under the name in the menu */
  note: StaffTextKey
  roles: readonly Role[]
}

/** Every place in the order in which it is offered; a new page for staff is added here and nowhere else. */
const STAFF_PLACES: readonly StaffPlace[] = [
  {
    to: 'staff-inbox',
    icon: 'inbox',
    name: 'staff.inbox.title',
    note: 'staff.place.inbox',
    roles: ['deputy', 'station', 'body', 'supervisor', 'admin'],
  },
  {
    to: 'staff-dashboard',
    icon: 'eye',
    name: 'staff.dash.title',
    note: 'staff.dash.lead',
    roles: ['supervisor'],
  },
  {
    to: 'staff-topics',
    icon: 'merge',
    name: 'staff.topics.title',
    note: 'staff.topics.lead',
    roles: ['supervisor', 'body'],
  },
  {
    to: 'staff-monthly',
    icon: 'calendar',
    name: 'staff.monthly.title',
    note: 'staff.monthly.lead',
    roles: ['supervisor'],
  },
  {
    to: 'staff-snapshot',
    icon: 'camera',
    name: 'staff.snapshot.open',
    note: 'staff.place.snapshot',
    roles: ['deputy'],
  },
  {
    to: 'staff-problems',
    icon: 'flag',
    name: 'staff.problem.title',
    note: 'staff.place.problems',
    roles: ['deputy'],
  },
  {
    to: 'staff-my-record',
    icon: 'calendar',
    name: 'staff.record.title',
    note: 'staff.place.record',
    roles: ['deputy'],
  },
  {
    to: 'staff-station',
    icon: 'qr',
    name: 'staff.scans.open',
    note: 'staff.poster.lead',
    roles: ['station'],
  },
  {
    to: 'staff-own-figures',
    icon: 'chart',
    name: 'staff.own.title',
    note: 'staff.own.lead',
    roles: ['station', 'body'],
  },
  {
    to: 'staff-templates',
    icon: 'edit',
    name: 'staff.templates.title',
    note: 'staff.templates.lead',
    roles: ['station', 'body'],
  },
  {
    to: 'staff-duty',
    icon: 'calendar',
    name: 'staff.duty.title',
    note: 'staff.duty.lead',
    roles: ['station'],
  },
  {
    to: 'staff-accounts',
    icon: 'people',
    name: 'staff.accounts.title',
    note: 'staff.accounts.lead',
    roles: ['admin'],
  },
  { to: 'staff-city', icon: 'building', name: 'staff.city.title', note: 'staff.city.lead', roles: ['admin'] },
  {
    to: 'staff-calendar',
    icon: 'calendar',
    name: 'staff.calendar.title',
    note: 'staff.calendar.lead',
    roles: ['admin'],
  },
  {
    to: 'staff-switches',
    icon: 'check',
    name: 'staff.switches.title',
    note: 'staff.switches.lead',
    roles: ['admin'],
  },
  {
    to: 'staff-retention',
    icon: 'shield',
    name: 'staff.retention.title',
    note: 'staff.retention.lead',
    roles: ['admin'],
  },
  {
    to: 'staff-api-keys',
    icon: 'shield',
    name: 'staff.keys.title',
    note: 'staff.keys.lead',
    roles: ['admin'],
  },
  {
    to: 'staff-webhooks',
    icon: 'send',
    name: 'staff.hooks.title',
    note: 'staff.hooks.lead',
    roles: ['admin'],
  },
  {
    to: 'staff-dead-letters',
    icon: 'alert',
    name: 'staff.dead.title',
    note: 'staff.dead.lead',
    roles: ['admin'],
  },
  {
    to: 'staff-audit-log',
    icon: 'list',
    name: 'staff.audit.title',
    note: 'staff.audit.lead',
    roles: ['admin'],
  },
]

/** Where somebody of this role can go. */
export function placesOf(role: Role): StaffPlace[] {
  return STAFF_PLACES.filter(({ roles }) => roles.includes(role))
}

import type { AccountRequest } from '@shared/contract/account.ts'
import type { StaffTranslate } from '../../locale/use-staff-text'

/** What is filled in; '' is not yet. */
export interface NewAccount {
  role: AccountRequest['role'] | ''
  username: string
  name: string
  stationNumber: string
  districtCode: string
  bodyCode: string
  deputyId: string
}

/** Nothing filled in. */
export const EMPTY: NewAccount = {
  role: '',
  username: '',
  name: '',
  stationNumber: '',
  districtCode: '',
  bodyCode: '',
  deputyId: '',
}

/** The office a role cannot be without. */
const OFFICE = { station: 'stationNumber', body: 'bodyCode', deputy: 'deputyId' } as const

/** Where an error leads to. */
export const newAccountId = (name: string) => `new-account-${name}`

/** A deputy is chosen among those of a station, so the station comes first. */
function officeOf({ role, stationNumber }: NewAccount) {
  if (role === 'deputy' && stationNumber === '') return OFFICE.station
  return role in OFFICE ? OFFICE[role as keyof typeof OFFICE] : null
}

/** What is still to be filled in, by field. */
export function missingIn(entered: NewAccount, t: StaffTranslate): Record<string, string> {
  const office = officeOf(entered)
  return {
    ...(!entered.role && { role: t('staff.accounts.role.missing') }),
    ...(office && !entered[office].trim() && { [office]: t('staff.accounts.office.missing') }),
    ...(!entered.name.trim() && { name: t('staff.accounts.name.missing') }),
    ...(!entered.username.trim() && { username: t('staff.sign-in.username.missing') }),
  }
}

/** What is sent: of the offices only the role's own. */
export function requestOf({ role, username, name, ...offices }: NewAccount): AccountRequest {
  const base = { username: username.trim().toLowerCase(), name: name.trim() }
  switch (role) {
    case 'station':
      return { role, ...base, stationNumber: offices.stationNumber }
    case 'body':
      return { role, ...base, bodyCode: offices.bodyCode }
    case 'deputy':
      return { role, ...base, deputyId: offices.deputyId }
    case 'supervisor':
      return { role, ...base, ...(offices.districtCode && { districtCode: offices.districtCode }) }
    default:
      return { role: 'admin', ...base }
  }
}

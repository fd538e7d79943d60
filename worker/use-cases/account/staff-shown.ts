import type { StaffAccount } from '../../../shared/contract/account.ts'
import type { StaffRecord } from '../../repository/staff-accounts.ts'
import { accountShown } from '../session/account-shown.ts'

/**
 * A staff account as administrators see it.
 *
 * @param now milliseconds: an invitation that has expired waits no more
 */
export function staffShown(record: StaffRecord, now: number): StaffAccount {
  const { invitedUntil } = record
  return {
    ...accountShown(record),
    username: record.username,
    disabled: record.isDisabled,
    invitedUntil: invitedUntil !== null && invitedUntil > now ? new Date(invitedUntil).toISOString() : null,
    totp: record.hasTotp,
    createdAt: new Date(record.createdAt).toISOString(),
  }
}

import type { Account } from '../../../shared/contract/session.ts'
import type { AccountRecord } from '../../repository/accounts.ts'

/** An account as its owner sees it. */
export function accountShown(record: AccountRecord): Account {
  return {
    id: record.id,
    role: record.role,
    name: record.person ?? record.office ?? '',
    office: record.office,
    ...(record.stationNumber !== null && { stationNumber: record.stationNumber }),
    ...(record.bodyCode !== null && { bodyCode: record.bodyCode }),
    ...(record.deputyId !== null && { deputyId: record.deputyId }),
    ...(record.district && { district: record.district }),
  }
}

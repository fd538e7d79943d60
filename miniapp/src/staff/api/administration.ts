import type {
  AccountAnswer,
  AccountChange,
  AccountList,
  AccountListQuery,
  AccountRequest,
} from '@shared/contract/account.ts'
import type { AuditList, AuditListQuery } from '@shared/contract/audit.ts'
import { apiBase, request } from '@/api/client'
import { asStaff } from './as-staff'

const ACCOUNTS = '/api/v1/admin/accounts'
const AUDIT_LOG = '/api/v1/admin/audit-log'

/** Files that a browser saves; the session's cookie goes along. */
export const exportAddresses = {
  accounts: `${apiBase}${ACCOUNTS}/export`,
  'audit-log': `${apiBase}${AUDIT_LOG}/export`,
} as const

export function listAccounts(query: Partial<AccountListQuery>, signal?: AbortSignal): Promise<AccountList> {
  return asStaff(request({ path: ACCOUNTS, query: { ...query }, signal }))
}

/** @throws ApiError 422 with the fields that are wrong */
export function createAccount(body: AccountRequest): Promise<AccountAnswer> {
  return asStaff(request({ method: 'POST', path: ACCOUNTS, body }))
}

/** @throws ApiError 422 for what nobody may do to themselves or to the last administrator */
export function changeAccount(id: string, body: AccountChange): Promise<AccountAnswer> {
  return asStaff(request({ method: 'PATCH', path: `${ACCOUNTS}/${encodeURIComponent(id)}`, body }))
}

export function listAudit(query: Partial<AuditListQuery>, signal?: AbortSignal): Promise<AuditList> {
  return asStaff(request({ path: AUDIT_LOG, query: { ...query }, signal }))
}

import type { Invitation, InvitationAccepted } from '@shared/contract/invitation.ts'
import type {
  PasswordChange,
  RecoveryCodes,
  SessionAnswer,
  SessionList,
  TotpAsked,
  TotpChange,
  TotpProof,
  TotpStatus,
} from '@shared/contract/session.ts'
import { request } from '@/api/client'
import { asStaff } from './as-staff'

const SESSION = '/api/v1/session'
const INVITATIONS = '/api/v1/invitations'

/** @throws ApiError 404 for a link that is used, replaced, expired or unknown */
export function readInvitation(token: string, signal?: AbortSignal): Promise<Invitation> {
  return request({ method: 'POST', path: `${INVITATIONS}/read`, body: { token }, signal })
}

export function acceptInvitation(body: InvitationAccepted): Promise<SessionAnswer | TotpAsked> {
  return request({ method: 'POST', path: INVITATIONS, body })
}

/** @throws ApiError 401 BAD_CREDENTIALS for a wrong present one, 422 with `fields.new` */
export function changePassword(body: PasswordChange): Promise<void> {
  return asStaff(request({ method: 'POST', path: `${SESSION}/password`, body }))
}

export function listSessions(signal?: AbortSignal): Promise<SessionList> {
  return asStaff(request({ path: `${SESSION}/list`, signal }))
}

export function endSession(id: string): Promise<void> {
  return asStaff(request({ method: 'DELETE', path: `${SESSION}/${encodeURIComponent(id)}` }))
}

export function endOtherSessions(): Promise<void> {
  return asStaff(request({ method: 'DELETE', path: SESSION, query: { all: 'others' } }))
}

export function readTotp(signal?: AbortSignal): Promise<TotpStatus> {
  return asStaff(request({ path: `${SESSION}/totp`, signal }))
}

/** @throws ApiError 401 `TOTP_REQUIRED` where one is on and no code was sent */
export function beginTotp(body: TotpChange): Promise<TotpAsked> {
  return asStaff(request({ method: 'POST', path: `${SESSION}/totp`, body }))
}

export function confirmTotp(body: TotpProof): Promise<RecoveryCodes> {
  return asStaff(request({ method: 'PUT', path: `${SESSION}/totp`, body }))
}

export function endTotp(body: TotpChange): Promise<void> {
  return asStaff(request({ method: 'DELETE', path: `${SESSION}/totp`, body }))
}

import { PASSWORD_PROBLEMS } from './password-problems.ts'
import type { Challenge } from './proof-of-work.ts'

/**
 * Every reason for which the product refuses a request.
 *
 * The list is closed: the HTTP status of a code is given once, in `worker/app.ts`, and its words once
 * per language, in `worker/locale/`. A new reason is a new code here, never a free text at the call site.
 */
export const ERROR_CODES = [
  'MALFORMED_REQUEST',
  'VALIDATION_FAILED',
  'IDEMPOTENCY_KEY_REQUIRED',
  'IDEMPOTENCY_MISMATCH',
  'UNAUTHENTICATED',
  'BAD_CREDENTIALS',
  'TOTP_REQUIRED',
  'API_KEY_INVALID',
  'NOT_ALLOWED',
  'FOREIGN_ORIGIN',
  'NOT_FOUND',
  'SWITCHED_OFF',
  'STATION_UNKNOWN',
  'STATION_REVOKED',
  'STALE_VERSION',
  'ILLEGAL_TRANSITION',
  'PHOTO_TOO_LARGE',
  'PHOTO_UNSUPPORTED',
  'PHOTO_NOT_YOURS',
  'PAYLOAD_TOO_LARGE',
  'PROOF_REQUIRED',
  'RATE_LIMITED',
  'INTERNAL',
  'UNAVAILABLE',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * Why one field was refused. The words for each are in `worker/locale/`; `limit` fills their number.
 */
export const FIELD_PROBLEMS = [
  'required',
  'too_short',
  'too_long',
  'too_small',
  'too_big',
  'too_many',
  'not_in_list',
  'malformed',
  'unknown',
  'duplicate',
  'evidence_required',
  'place_required',
  'photo_required',
  'consent_missing',
  'not_asked',
  'in_the_past',
  'outside_year',
  'not_a_weekend',
  'before_start',
  'not_together',
  'same_report',
  'already_merged',
  'not_open',
  'leads_others',
  'redacted',
  'personal_data',
  'in_other_topic',
  'other_district',
  ...PASSWORD_PROBLEMS,
  'password_unchanged',
  'wrong_code',
  'own_account',
  'last_admin',
] as const

export type FieldProblem = (typeof FIELD_PROBLEMS)[number]

export interface FieldError {
  problem: FieldProblem
  /** The bound that was broken, where the problem has one (characters, items, days). */
  limit?: number
}

/** Path of a field in the request, dots between the parts, to what is wrong with it. */
export type FieldErrors = Record<string, FieldError>

/** What some codes carry besides. */
export interface ErrorDetail {
  fields?: FieldErrors
  /** State of the report at the time of refusal; only with `STALE_VERSION`. */
  current?: { state: string; version: number }
  /** What to solve before the same request is sent again; only with `PROOF_REQUIRED`. */
  challenge?: Challenge
  /** Seconds to wait; only with `RATE_LIMITED`. */
  retryAfter?: number
}

/** The one error that use cases throw and the HTTP surface turns into an answer. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: ErrorDetail['fields']
  readonly current: ErrorDetail['current']
  readonly challenge: ErrorDetail['challenge']
  readonly retryAfter: ErrorDetail['retryAfter']

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.fields = detail.fields
    this.current = detail.current
    this.challenge = detail.challenge
    this.retryAfter = detail.retryAfter
  }
}

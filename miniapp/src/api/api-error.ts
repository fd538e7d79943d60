import type { Failure } from '@shared/contract/failure.ts'
import type { Translate } from '@/locale/translate'
import type { NetworkFailure } from '@/platform/network-failure'

interface ErrorBody {
  error?: { code?: string; message?: string; fields?: Record<string, string>; requestId?: string }
  current?: { state: string; version: number }
  challenge?: Failure['challenge']
}

interface ApiErrorParts {
  status: number
  code: string
  message: string
  fields?: Record<string, string>
  current?: ErrorBody['current']
  challenge?: ErrorBody['challenge']
  requestId?: string
}

/** What went wrong with a call, in the person's language. status 0 and code 'NETWORK': no answer came. */
export class ApiError extends Error {
  readonly status: number
  /** of shared/domain/errors.ts, or 'NETWORK', 'UNREADABLE' */
  readonly code: string
  /** field → message, for the error summary */
  readonly fields: Record<string, string>
  /** with STALE_VERSION: the report as it is now */
  readonly current: ErrorBody['current'] | null
  /** with PROOF_REQUIRED: what to solve before the same request is sent again */
  readonly challenge: ErrorBody['challenge'] | null
  readonly requestId: string | null

  constructor({ status, code, message, fields = {}, current, challenge, requestId }: ApiErrorParts) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.fields = fields
    this.current = current ?? null
    this.challenge = challenge ?? null
    this.requestId = requestId ?? null
  }

  get isNetwork(): boolean {
    return this.code === 'NETWORK'
  }

  static network(reason: NetworkFailure['reason'], t: Translate): ApiError {
    const message = t(reason === 'timeout' ? 'network.timeout' : 'network.offline')
    return new ApiError({ status: 0, code: 'NETWORK', message })
  }

  static from(status: number, body: unknown, unreadable: string): ApiError {
    const { error, current, challenge } = (Object(body) as ErrorBody) ?? {}
    return new ApiError({
      status,
      code: error?.code ?? 'UNREADABLE',
      message: error?.message ?? unreadable,
      fields: error?.fields,
      current,
      challenge,
      requestId: error?.requestId,
    })
  }
}

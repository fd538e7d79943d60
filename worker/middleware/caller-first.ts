import type { Context as HonoContext } from 'hono'
import { AppError, type ErrorCode } from '../../shared/domain/errors.ts'
import { withActor } from '../use-cases/session/with-actor.ts'
import type { AppEnv } from './context.ts'

/** What is wrong with the request itself, found before anybody asked who sends it. */
const OF_THE_REQUEST: ReadonlySet<ErrorCode> = new Set([
  'VALIDATION_FAILED',
  'MALFORMED_REQUEST',
  'PAYLOAD_TOO_LARGE',
  'IDEMPOTENCY_KEY_REQUIRED',
])

/**
 * Whoever may not call an operation at all is told that, not what their form lacks: the form is read first only because
 * the session is asked for together with the data.
 */
export async function callerFirst(c: HonoContext<AppEnv>, error: AppError): Promise<AppError> {
  const ctx = c.get('ctx')
  const isClosed = ctx !== undefined && ctx.callers.length > 0 && !ctx.callers.includes('anonymous')
  if (!isClosed || !OF_THE_REQUEST.has(error.code)) return error
  try {
    await withActor(ctx, [])
    return error
  } catch (refusal) {
    return refusal instanceof AppError ? refusal : error
  }
}

import type { Context as HonoContext } from 'hono'
import type { AppError, ErrorCode } from '../shared/domain/errors.ts'
import type { AppEnv } from './middleware/context.ts'
import { apiRouteOf } from './middleware/permission.ts'

/** Refusals by which somebody is seen who tries what is not theirs. Wrong passwords stand in the audit log. */
const TOLD: ReadonlySet<ErrorCode> = new Set([
  'NOT_ALLOWED',
  'FOREIGN_ORIGIN',
  'RATE_LIMITED',
  'PROOF_REQUIRED',
])

/** Enough of a token's hash to find the session in the database, and too little to stand for it. */
const HASH_LETTERS = 12

/**
 * What of an error belongs into the log: what nobody foresaw, with its stack, and who was turned away at what. Never an
 * address with what was named in it, a text, or anything else that somebody sent.
 */
export function logError(c: HonoContext<AppEnv>, error: Error, { code }: AppError): void {
  const requestId = c.get('requestId')
  if (code === 'INTERNAL') {
    console.error(JSON.stringify({ requestId, error: error.name, stack: error.stack }))
    return
  }
  if (!TOLD.has(code)) return
  console.warn(
    JSON.stringify({
      refused: code,
      requestId,
      method: c.req.method,
      route: apiRouteOf(c)?.path ?? null,
      session: c.get('ctx')?.credentials.tokenHash?.slice(0, HASH_LETTERS) ?? null,
    }),
  )
}

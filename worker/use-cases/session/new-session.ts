import type { Role } from '../../../shared/domain/actor.ts'
import type { Context } from '../../context.ts'
import { insertResident } from '../../repository/accounts.ts'
import type { Query } from '../../repository/query.ts'
import { insertSession } from '../../repository/sessions.ts'
import { toBase64Url } from '../base64url.ts'

const HOUR_MS = 3_600_000
const TOKEN_BYTES = 32

/** A resident's device stays signed in as long as browsers keep a cookie; staff for a working day. */
const LIFETIME_MS = { resident: 400 * 24 * HOUR_MS, staff: 12 * HOUR_MS } as const

/** A session that begins when its queries have run. */
export interface NewSession {
  /** The secret; only its hash is stored, so it can be shown this once. */
  token: string
  lifetimeMs: number
  accountId: string
  queries: Query<void>[]
}

/** A session for an account. */
export async function newSession(ctx: Context, account: { id: string; role: Role }): Promise<NewSession> {
  const token = toBase64Url(ctx.random(TOKEN_BYTES))
  const lifetimeMs = account.role === 'resident' ? LIFETIME_MS.resident : LIFETIME_MS.staff
  const createdAt = ctx.now()
  const session = {
    tokenHash: await ctx.secrets.sha256(token),
    accountId: account.id,
    createdAt,
    expiresAt: createdAt + lifetimeMs,
  }
  return { token, lifetimeMs, accountId: account.id, queries: [insertSession(ctx.db, session)] }
}

/** A session for a device that has none: a resident's account without a name, and its session. */
export async function newDeviceSession(ctx: Context): Promise<NewSession> {
  const id = ctx.newId()
  const session = await newSession(ctx, { id, role: 'resident' })
  return { ...session, queries: [insertResident(ctx.db, { id, createdAt: ctx.now() }), ...session.queries] }
}

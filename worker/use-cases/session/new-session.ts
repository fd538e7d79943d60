import type { Role } from '../../../shared/domain/actor.ts'
import type { Context } from '../../context.ts'
import { insertResident } from '../../repository/accounts.ts'
import type { Query } from '../../repository/query.ts'
import { insertSession, type SessionRow } from '../../repository/sessions.ts'
import { toBase64Url } from '../base64url.ts'
import { LIFETIMES } from './lifetimes.ts'

const TOKEN_BYTES = 32

/** What a caller is given when a session begins. */
export interface OpenedSession {
  /** The secret; only its hash is stored, so it can be shown this once. */
  token: string
  /** Milliseconds until it ends whatever happens. */
  lifetimeMs: number
}

/** A session that is ready to be written. */
export async function draftSession(
  ctx: Context,
  account: { id: string; role: Role },
): Promise<OpenedSession & { row: SessionRow }> {
  const token = toBase64Url(ctx.random(TOKEN_BYTES))
  const { idleMs, absoluteMs } = LIFETIMES[account.role]
  const createdAt = ctx.now()
  const row = {
    tokenHash: await ctx.secrets.sha256(token),
    id: ctx.newId(),
    accountId: account.id,
    label: ctx.credentials.device,
    createdAt,
    idleMs,
    endsAt: createdAt + absoluteMs,
  }
  return { token, lifetimeMs: absoluteMs, row }
}

/** A device's session, which begins when its queries have run. */
export interface NewSession extends OpenedSession {
  accountId: string
  queries: Query<void>[]
}

/** A session for a device that has none: a resident's account without a name, and its session. */
export async function newDeviceSession(ctx: Context): Promise<NewSession> {
  const id = ctx.newId()
  const { row, ...opened } = await draftSession(ctx, { id, role: 'resident' })
  const resident = insertResident(ctx.db, { id, createdAt: row.createdAt })
  return { ...opened, accountId: id, queries: [resident, insertSession(ctx.db, row)] }
}

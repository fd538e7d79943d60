import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { staffAccounts } from '../../repository/staff-accounts.ts'
import { auditEntry } from '../audit/record.ts'
import { csvStream } from '../csv.ts'
import { withActor } from '../session/with-actor.ts'
import { staffShown } from './staff-shown.ts'

const PIECE = 500
const COLUMNS = [
  'username',
  'role',
  'name',
  'station_number',
  'body_code',
  'deputy_id',
  'district_code',
  'disabled',
  'totp',
  'invited_until',
  'created_at',
] as const

async function* rowsOf(ctx: Context) {
  for (let after = ''; ;) {
    const page = { after, limit: PIECE }
    const [records] = await runBatch(ctx.db, [
      staffAccounts(ctx.db, { words: null, role: null }, page, ctx.locale),
    ])
    yield records
      .map((record) => staffShown(record, ctx.now()))
      .map((account) => [
        account.username,
        account.role,
        account.name,
        account.stationNumber ?? null,
        account.bodyCode ?? null,
        account.deputyId ?? null,
        account.district?.code ?? null,
        account.disabled,
        account.totp,
        account.invitedUntil,
        account.createdAt,
      ])
    if (records.length < PIECE) return
    after = records.at(-1)?.username ?? after
  }
}

/**
 * Every account that can sign in, as CSV. That it was taken out is written down first.
 *
 * @throws AppError as `withActor`
 */
export async function exportAccounts(ctx: Context): Promise<ReadableStream<Uint8Array>> {
  const { actor } = await withActor(ctx, [])
  await runBatch(ctx.db, [auditEntry(ctx, actor, 'account.exported', { subject: 'accounts' })])
  return csvStream(COLUMNS, rowsOf(ctx))
}

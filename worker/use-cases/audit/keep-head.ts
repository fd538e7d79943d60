import type { AuditHead, AuditHeadList } from '../../../shared/contract/audit.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { auditHeadEntry } from '../../repository/audit-entries.ts'
import { runBatch } from '../../repository/query.ts'
import { withActor } from '../session/with-actor.ts'
import { sealAuditLog } from './seal.ts'

const PREFIX = 'audit-heads/'
/** Days that a list shows. */
const MOST_SHOWN = 400

/**
 * Keeps the head of the audit log outside the database, once a day: as a file that is never written again, and as a
 * line of the log that the platform carries elsewhere. Whoever could write the whole chain anew could not change that.
 */
export async function keepAuditHead(ctx: Pick<Context, 'db' | 'secrets' | 'records' | 'now'>): Promise<void> {
  const now = ctx.now()
  const date = cityDate(now)
  const key = `${PREFIX}${date}.json`
  if ((await ctx.records.read(key)) !== null) return
  await sealAuditLog(ctx)
  const [head] = await runBatch(ctx.db, [auditHeadEntry(ctx.db)])
  if (!head) return
  const kept: AuditHead = { date, at: new Date(now).toISOString(), seq: head.seq, hash: head.hash }
  if (await ctx.records.writeOnce(key, JSON.stringify(kept))) console.log(JSON.stringify({ auditHead: kept }))
}

/** Every head that was kept, latest first. */
export async function keptAuditHeads(
  ctx: Pick<Context, 'records'>,
  most = Number.POSITIVE_INFINITY,
): Promise<AuditHead[]> {
  const keys = (await ctx.records.list(PREFIX)).sort().reverse().slice(0, most)
  const texts = await Promise.all(keys.map((key) => ctx.records.read(key)))
  return texts.filter((text) => text !== null).map((text) => JSON.parse(text) as AuditHead)
}

/**
 * The heads of the last days, for an administrator who keeps them in a third place.
 *
 * @throws AppError as `withActor`
 */
export async function listAuditHeads(ctx: Context): Promise<AuditHeadList> {
  await withActor(ctx, [])
  return { items: await keptAuditHeads(ctx, MOST_SHOWN) }
}

import type { ContactSearch } from '../../../shared/contract/contact.ts'
import type { ReportList } from '../../../shared/contract/report.ts'
import { maskPhone, phoneDigits } from '../../../shared/domain/mask.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { reportsOfSession, type ListOrder } from '../../repository/report-lists.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { mergeRows, presentOwnRow } from './list.ts'

const ORDER: ListOrder = { sort: 'new', after: null, limit: 100 }

/**
 * Somebody calls and knows neither number nor code: their reports, found by the telephone number they left, as far as
 * the caller's office may read them. That it was looked for stands in the audit log before anything is shown.
 */
export async function findByContact(ctx: Context, { phone }: ContactSearch): Promise<ReportList> {
  const session = { tokenHash: ctx.credentials.tokenHash ?? '', now: ctx.now() }
  const filter = { phoneHashes: await ctx.secrets.phoneHashes(phoneDigits(phone)) }
  const { actor, answers } = await withActor(
    ctx,
    reportsOfSession(ctx.db, ctx.locale, 'visible', session, filter, ORDER),
  )
  const found = mergeRows(answers, ORDER)
  const subject = `phone:${maskPhone(phone)}`
  await runBatch(ctx.db, [
    auditEntry(ctx, actor, 'contact.searched', { subject, detail: { found: found.length } }),
  ])
  return { items: await Promise.all(found.map((row) => presentOwnRow(ctx, row, actor))), nextCursor: null }
}

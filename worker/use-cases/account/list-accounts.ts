import type { AccountList, AccountListQuery } from '../../../shared/contract/account.ts'
import type { Context } from '../../context.ts'
import { staffAccounts } from '../../repository/staff-accounts.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'
import { staffShown } from './staff-shown.ts'

/**
 * A page of the accounts that can sign in, by user name.
 *
 * @throws AppError as `withActor`
 */
export async function listAccounts(ctx: Context, query: AccountListQuery): Promise<AccountList> {
  const [after] = query.cursor === undefined ? [''] : decodeCursor(query.cursor, ['string'])
  const filter = { words: query.q || null, role: query.role ?? null }
  const page = { after, limit: query.limit + 1 }
  const { answers } = await withActor(ctx, [staffAccounts(ctx.db, filter, page, ctx.locale)])
  const cut = cutPage(answers[0], query.limit)
  return {
    items: cut.page.map((record) => staffShown(record, ctx.now())),
    nextCursor: cut.last && encodeCursor([cut.last.username]),
  }
}

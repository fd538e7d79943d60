import type { DeadLetter, DeadLetterList, DeadLetterListQuery } from '../../../shared/contract/dead-letter.ts'
import type { Context } from '../../context.ts'
import { deadLetterNames, deadLetters, type DeadLetterRecord } from '../../repository/dead-letters.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'

function shown({ createdAt, deadAt, ...letter }: DeadLetterRecord): DeadLetter {
  return { ...letter, createdAt: new Date(createdAt).toISOString(), deadAt: new Date(deadAt).toISOString() }
}

/**
 * A page of the notices that could not be delivered, latest first.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for all but the administrator
 */
export async function listDeadLetters(ctx: Context, query: DeadLetterListQuery): Promise<DeadLetterList> {
  const [deadAt, id] =
    query.cursor === undefined
      ? [Number.MAX_SAFE_INTEGER, '']
      : decodeCursor(query.cursor, ['number', 'string'])
  const page = { after: { deadAt, id }, limit: query.limit + 1 }
  const { answers } = await withActor(ctx, [
    deadLetters(ctx.db, page),
    deadLetterNames(ctx.db, page, ctx.locale),
  ])
  const cut = cutPage(answers[0], query.limit)
  return {
    items: cut.page.map(shown),
    nextCursor: cut.last && encodeCursor([cut.last.deadAt, cut.last.id]),
    names: answers[1],
  }
}

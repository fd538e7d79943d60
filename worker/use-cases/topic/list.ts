import type { TopicList, TopicListQuery } from '../../../shared/contract/topic.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { topicsOfSession } from '../../repository/topics.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'
import { presentTopic } from './present-topic.ts'

/**
 * A page of topics, latest first: a supervisor's of their field, a body's that it answers for.
 *
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `VALIDATION_FAILED` for a bad cursor
 */
export async function listTopics(ctx: Context, query: TopicListQuery): Promise<TopicList> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const [beforeRow] =
    query.cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(query.cursor, ['number'])
  const session = { tokenHash, now: ctx.now() }
  const asked = { state: query.state ?? null, beforeRow, limit: query.limit + 1 }
  const { answers } = await withActor(ctx, topicsOfSession(ctx.db, ctx.locale, session, asked))
  const rows = answers.flat().sort((a, b) => b.row - a.row)
  const { page, last } = cutPage(rows, query.limit)
  return { items: page.map(presentTopic), nextCursor: last && encodeCursor([last.row]) }
}

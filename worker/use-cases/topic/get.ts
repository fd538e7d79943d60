import type { TopicAnswer } from '../../../shared/contract/topic.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseCode } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import { eventsOfTopic } from '../../repository/topic-events.ts'
import { firstPhotosOfTopic, reportsOfTopic } from '../../repository/topic-reports.ts'
import { topicById } from '../../repository/topics.ts'
import { readerBySession } from '../session/reader-by-session.ts'
import { withActor } from '../session/with-actor.ts'
import { presentWholeTopic } from './present-topic.ts'

/**
 * One topic with its reports and its timeline.
 *
 * @param typed the id as a person typed it
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`; `NOT_FOUND` alike for an unknown id and a topic of others
 */
export async function getTopic(ctx: Context, typed: string): Promise<TopicAnswer> {
  const id = parseCode(typed) ?? ''
  const reader = readerBySession(ctx)
  const { actor, answers } = await withActor(ctx, [
    topicById(ctx.db, id, ctx.locale, reader),
    eventsOfTopic(ctx.db, id, reader),
    reportsOfTopic(ctx.db, id, ctx.locale, reader),
    firstPhotosOfTopic(ctx.db, id, reader),
  ])
  const [record, events, reports, photos] = answers
  if (!record) throw new AppError('NOT_FOUND')
  return presentWholeTopic(ctx, { record, events }, reports, photos, actor)
}

import type { TopicAnswer } from '../../../shared/contract/topic.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseCode } from '../../../shared/domain/receipt.ts'
import { mayReadTopic } from '../../../shared/domain/topic-lifecycle.ts'
import type { Context } from '../../context.ts'
import { eventsOfTopic } from '../../repository/topic-events.ts'
import { firstPhotosOfTopic, reportsOfTopic } from '../../repository/topic-reports.ts'
import { topicById } from '../../repository/topics.ts'
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
  const { actor, answers } = await withActor(ctx, [
    topicById(ctx.db, id, ctx.locale),
    eventsOfTopic(ctx.db, id),
    reportsOfTopic(ctx.db, id, ctx.locale),
    firstPhotosOfTopic(ctx.db, id),
  ])
  const [record, events, reports, photos] = answers
  if (!record || !mayReadTopic(record.facts, actor)) throw new AppError('NOT_FOUND')
  return presentWholeTopic(ctx, { record, events }, reports, photos, actor)
}

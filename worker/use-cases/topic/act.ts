import { AppError } from '../../../shared/domain/errors.ts'
import { parseCode } from '../../../shared/domain/receipt.ts'
import type { TopicCommand } from '../../../shared/domain/topic-command.ts'
import { decideTopic } from '../../../shared/domain/topic-lifecycle.ts'
import { keepsTopicOpen } from '../../../shared/domain/topic-members.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { workCalendar } from '../../repository/calendar.ts'
import { allDeadlineLimits } from '../../repository/deadline-limits.ts'
import { answerByKey } from '../../repository/idempotency-keys.ts'
import { bodyNames } from '../../repository/report-parties.ts'
import { eventsOfTopic } from '../../repository/topic-events.ts'
import {
  firstPhotosOfTopic,
  followersOfTopic,
  reportsOfTopic,
  reportsToJoin,
  topicsOfReports,
} from '../../repository/topic-reports.ts'
import { topicById, type TopicRecord } from '../../repository/topics.ts'
import type { WriteRequest } from '../report/replay.ts'
import { readerBySession } from '../session/reader-by-session.ts'
import { withActor } from '../session/with-actor.ts'
import { followTopic, type TopicStep } from './follow-topic.ts'
import { checkJoining } from './join-reports.ts'
import { moveReports } from './move-reports.ts'
import { presentWholeTopic } from './present-topic.ts'
import { saveTopic, untilWritten } from './save-topic.ts'

async function load(ctx: Context, id: string, command: TopicCommand, key: string) {
  const now = ctx.now()
  const joining = command.action === 'add' ? command.reportNumbers : []
  const reader = readerBySession(ctx)
  const { actor, answers } = await withActor(ctx, [
    topicById(ctx.db, id, ctx.locale, reader),
    eventsOfTopic(ctx.db, id, reader),
    reportsOfTopic(ctx.db, id, ctx.locale, reader),
    followersOfTopic(ctx.db, id, ctx.locale, reader),
    answerByKey(ctx.db, key),
    reportsToJoin(ctx.db, joining, ctx.locale, reader),
    topicsOfReports(ctx.db, joining, reader),
    firstPhotosOfTopic(ctx.db, id, reader, joining),
    bodyNames(ctx.db, command.action === 'order' ? [command.bodyCode] : [], ctx.locale),
    workCalendar(ctx.db, cityDate(now)),
    allDeadlineLimits(ctx.db),
  ])
  const [record, events, members, followers, kept, joined, topics, photos, bodies, calendar, limits] = answers
  return {
    actor,
    record,
    events,
    members,
    followers,
    kept,
    joining: { numbers: joining, records: joined, topics },
    photos,
    bodies,
    rules: { now, calendar, limits },
  }
}

type Loaded = Awaited<ReturnType<typeof load>>

/** What the table makes of the command; everything that refuses it is thrown. */
function decideOrThrow(loaded: Loaded, { facts }: TopicRecord, command: TopicCommand): TopicStep {
  const { actor, members, joining, bodies, rules } = loaded
  const decision = decideTopic(facts, actor, command, rules.now)
  if (!decision.allowed) throw new AppError(decision.code, decision.fields && { fields: decision.fields })
  if (command.action === 'close' && members.some((member) => keepsTopicOpen(member.facts)))
    throw new AppError('ILLEGAL_TRANSITION')
  if (command.action === 'add') checkJoining(actor, joining, members, facts.districtCode)
  const { to, changes, data } = decision
  const step = { action: command.action, to, changes, text: 'text' in command ? command.text || null : null }
  if (command.action !== 'order') return { ...step, data, names: {} }
  const body = bodies.get(command.bodyCode)
  if (body === undefined)
    throw new AppError('VALIDATION_FAILED', { fields: { bodyCode: { problem: 'unknown' } } })
  return { ...step, data: { ...data, bodyName: body }, names: { body } }
}

async function actOnce(
  ctx: Context,
  id: string,
  { version, command }: { version: number; command: TopicCommand },
  request: WriteRequest,
): Promise<string> {
  const loaded = await load(ctx, id, command, request.key)
  const { actor, record, kept, rules } = loaded
  const caller = actor.id ?? ''
  const requestHash = await ctx.secrets.sha256(`topic ${id}\n${request.body}`)
  // A repeat is answered even when the topic has passed out of the caller's sight since.
  if (kept?.caller === caller && kept.requestHash === requestHash) return kept.answer
  if (!record) throw new AppError('NOT_FOUND')
  if (kept) throw new AppError('IDEMPOTENCY_MISMATCH')
  const { facts } = record
  if (facts.version !== version)
    throw new AppError('STALE_VERSION', { current: { state: facts.state, version: facts.version } })

  const step = decideOrThrow(loaded, record, command)
  const { event, after } = await followTopic(ctx, { record, events: loaded.events }, actor, step)
  const all = [...loaded.members, ...loaded.joining.records]
  const moved = { actor, topic: after, event, reports: all, followers: loaded.followers }
  const { events, reports } = await moveReports(ctx, moved, rules)
  const answer = JSON.stringify(await presentWholeTopic(ctx, after, reports, loaded.photos, actor))
  await saveTopic(ctx, [], events, event, { key: request.key, caller, requestHash, answer })
  return answer
}

/**
 * Moves a topic by one action of its table, and its reports with it: each by an event of its own, all in the
 * topic's transaction. When one of them moved in between, everything is read and decided again.
 *
 * @param typed the topic's id
 * @param step the version the caller has seen, and the command
 * @returns the answer's JSON; the same key and body again gives it again, byte for byte
 * @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`, `IDEMPOTENCY_MISMATCH`, `STALE_VERSION`, `NOT_ALLOWED`,
 *   `ILLEGAL_TRANSITION`, `VALIDATION_FAILED`
 */
export function actOnTopic(
  ctx: Context,
  typed: string,
  step: { version: number; command: TopicCommand },
  request: WriteRequest,
): Promise<string> {
  const id = parseCode(typed) ?? ''
  return untilWritten(() => actOnce(ctx, id, step, request))
}

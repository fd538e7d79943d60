import { REFORM_CASES } from '../../../shared/cases/library.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { codeFromBytes, CODE_LENGTH } from '../../../shared/domain/receipt.ts'
import type { TopicOpening } from '../../../shared/domain/topic-command.ts'
import { beginTopic } from '../../../shared/domain/topic-effects.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { workCalendar } from '../../repository/calendar.ts'
import { removeSuggestion } from '../../repository/clusters.ts'
import { allDeadlineLimits } from '../../repository/deadline-limits.ts'
import { answerByKey } from '../../repository/idempotency-keys.ts'
import { answerNote } from '../../repository/problem-notes.ts'
import { bodyNames } from '../../repository/report-parties.ts'
import { firstPhotosOfTopic, reportsToJoin, topicsOfReports } from '../../repository/topic-reports.ts'
import { districtNames, insertTopic, type TopicRecord } from '../../repository/topics.ts'
import { replay, type WriteRequest } from '../report/replay.ts'
import { readerBySession } from '../session/reader-by-session.ts'
import { withActor } from '../session/with-actor.ts'
import { emptyTopic, followTopic, type TopicStep } from './follow-topic.ts'
import { checkJoining } from './join-reports.ts'
import { moveReports } from './move-reports.ts'
import { presentWholeTopic } from './present-topic.ts'
import { saveTopic, untilWritten } from './save-topic.ts'

async function load(ctx: Context, { reportNumbers, bodyCode }: TopicOpening, key: string) {
  const now = ctx.now()
  const reader = readerBySession(ctx)
  const { actor, answers } = await withActor(ctx, [
    answerByKey(ctx.db, key),
    reportsToJoin(ctx.db, reportNumbers, ctx.locale, reader),
    topicsOfReports(ctx.db, reportNumbers, reader),
    firstPhotosOfTopic(ctx.db, '', reader, reportNumbers),
    bodyNames(ctx.db, bodyCode === null ? [] : [bodyCode], ctx.locale),
    districtNames(ctx.db, ctx.locale),
    workCalendar(ctx.db, cityDate(now)),
    allDeadlineLimits(ctx.db),
  ])
  const [kept, records, topics, photos, bodies, districts, calendar, limits] = answers
  return { actor, kept, records, topics, photos, bodies, districts, rules: { now, calendar, limits } }
}

type Loaded = Awaited<ReturnType<typeof load>>

/** The names that the topic and its opening refer to. */
function namesOf(
  { records, bodies, districts }: Loaded,
  changes: TopicStep['changes'],
): TopicRecord['names'] {
  const { categoryCode, districtCode, bodyCode } = changes
  return {
    category: categoryCode ? (records[0]?.names.category ?? null) : null,
    district: districtCode ? (districts.get(districtCode) ?? null) : null,
    body: bodyCode ? (bodies.get(bodyCode) ?? null) : null,
  }
}

/** What the rules make of the opening; everything that refuses it is thrown. */
function decideOrThrow(loaded: Loaded, opening: TopicOpening): TopicStep {
  const { actor, records, topics, bodies, rules } = loaded
  const { bodyCode, caseSlug } = opening
  checkJoining(actor, { numbers: opening.reportNumbers, records, topics }, [], null)
  const begun = beginTopic(
    opening,
    actor,
    records.map(({ facts }) => facts),
    rules.now,
  )
  const fields = {
    ...('fields' in begun && begun.fields),
    ...(bodyCode !== null && !bodies.has(bodyCode) && { bodyCode: { problem: 'unknown' as const } }),
    ...(caseSlug !== null &&
      !REFORM_CASES.some(({ slug }) => slug === caseSlug) && { caseSlug: { problem: 'unknown' as const } }),
  }
  if ('fields' in begun || Object.keys(fields).length > 0) throw new AppError('VALIDATION_FAILED', { fields })
  const names = namesOf(loaded, begun.changes)
  const data = { ...begun.data, bodyName: names.body }
  return { action: 'open', to: 'open', text: opening.text, changes: begun.changes, data, names }
}

/** What it was opened from has its end: nobody touches a suggestion or a note of a district that is not theirs. */
function endSuggestion(ctx: Context, { districtCode }: Actor, suggestionId: string | null, topicId: string) {
  return suggestionId === null
    ? []
    : [
        removeSuggestion(ctx.db, suggestionId, districtCode),
        answerNote(ctx.db, suggestionId, topicId, districtCode),
      ]
}

async function openOnce(
  ctx: Context,
  opening: TopicOpening,
  suggestionId: string | null,
  request: WriteRequest,
): Promise<{ answer: string; isNew: boolean }> {
  const loaded = await load(ctx, opening, request.key)
  const { actor, rules, records } = loaded
  const caller = actor.id ?? ''
  const requestHash = await ctx.secrets.sha256(`open topic\n${request.body}`)
  const earlier = replay(loaded.kept, caller, requestHash)
  if (earlier !== null) return { answer: earlier, isNew: false }

  const step = decideOrThrow(loaded, opening)
  const topic = emptyTopic(codeFromBytes(ctx.random(CODE_LENGTH)), rules.now)
  const { event, after } = await followTopic(ctx, topic, actor, step)
  const moved = { actor, topic: after, event, reports: records, followers: [] }
  const { events, reports } = await moveReports(ctx, moved, rules)
  const answer = JSON.stringify(await presentWholeTopic(ctx, after, reports, loaded.photos, actor))
  const first = [
    insertTopic(ctx.db, { id: event.topicId, createdAt: topic.record.createdAt }),
    ...endSuggestion(ctx, actor, suggestionId, event.topicId),
  ]
  await saveTopic(ctx, first, events, event, { key: request.key, caller, requestHash, answer })
  return { answer, isNew: true }
}

/**
 * Opens a topic over reports, or over a reform case. Every open report that nobody supervises is watched from now on;
 * where an order comes with the opening, it is given for each of them.
 *
 * @param suggestionId the suggestion it was opened from, which then goes
 * @returns the answer's JSON, and whether the topic is new; the same key and body again gives the first answer
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `VALIDATION_FAILED`, `IDEMPOTENCY_MISMATCH`
 */
export function openTopic(
  ctx: Context,
  opening: TopicOpening,
  suggestionId: string | null,
  request: WriteRequest,
): Promise<{ answer: string; isNew: boolean }> {
  return untilWritten(() => openOnce(ctx, opening, suggestionId, request))
}

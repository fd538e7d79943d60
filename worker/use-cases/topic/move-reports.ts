import { CLOCK, type Actor } from '../../../shared/domain/actor.ts'
import type { Command } from '../../../shared/domain/report-command.ts'
import type { TimeRules } from '../../../shared/domain/report-deadline.ts'
import { decide } from '../../../shared/domain/report-lifecycle.ts'
import type { ReportFacts } from '../../../shared/domain/report-state.ts'
import { memberStep, type MemberStep } from '../../../shared/domain/topic-members.ts'
import type { TopicFacts } from '../../../shared/domain/topic-state.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import type { NewEvent } from '../../repository/report-events.ts'
import type { NewTopicEvent } from '../../repository/topic-events.ts'
import { consequencesOf } from '../report/consequences.ts'
import { followEvent, type EventContext } from '../report/follow-event.ts'
import type { WholeTopic } from './follow-topic.ts'

/** A step of a topic, and the reports it may move. */
interface MovedTopic {
  actor: Actor
  /** The topic as it is after the step. */
  topic: WholeTopic
  event: NewTopicEvent
  /** Those the topic has had or gets. */
  reports: readonly ReportRecord[]
  /** Those that are merged into one of them. */
  followers: readonly ReportRecord[]
}

/** The reports a step speaks of: those that come or go, or all. */
function concerned({ event, reports }: MovedTopic): readonly ReportRecord[] {
  const named = event.changes.added ?? event.changes.removed
  return named ? reports.filter(({ facts }) => named.includes(facts.number)) : reports
}

function commandOf(
  step: MemberStep,
  { facts }: WholeTopic['record'],
  report: ReportFacts,
  by: string,
): Command {
  const { id: topicId, title: topicTitle, bodyCode, orderText, dueAt, answerText, answeredBy } = facts
  switch (step) {
    case 'watch':
    case 'lift':
      return { action: step }
    case 'order':
      return { action: 'order', text: orderText ?? '', dueAt: dueAt ?? 0 }
    case 'settle': {
      const data = { topicId, topicTitle, answeredBy: by }
      const { complexity } = report
      const answer = {
        text: answerText ?? '',
        bodyCode,
        deputyId: null,
        complexity,
        finishedBy: answeredBy,
        data,
      }
      return { action: 'settle', answer }
    }
  }
}

/** What the reporter and their offices read of the topic in the report's own timeline. */
function topicData({ id, title }: TopicFacts): Record<string, unknown> {
  return { topicId: id, topicTitle: title }
}

async function moveReport(
  ctx: EventContext,
  moved: MovedTopic,
  record: ReportRecord,
  rules: TimeRules,
): Promise<NewEvent[]> {
  const { topic, actor } = moved
  const step = memberStep(moved.event.action, topic.record.facts, record.facts, rules.now)
  if (step === null) return []
  const by = step === 'settle' ? CLOCK : actor
  const answered = topic.events.findLast(({ action }) => action === 'answer')
  const command = commandOf(step, topic.record, record.facts, answered?.actorName ?? '')
  const decision = decide(record.facts, by, command, rules)
  if (!decision.allowed) return []
  const effect = { ...decision, data: { ...decision.data, ...topicData(topic.record.facts) } }
  const whole = { record, events: [], photos: [] }
  const { event, after } = await followEvent(ctx, whole, by, command, effect, [])
  const followers = moved.followers.filter(({ facts }) => facts.leadNumber === record.facts.number)
  return [...(await consequencesOf(ctx, after, event, followers, rules)), event]
}

function folded(record: ReportRecord, events: ReadonlyMap<string, NewEvent>): ReportRecord {
  const event = events.get(record.facts.number)
  if (!event) return record
  const facts = { ...record.facts, ...event.changes, state: event.to, version: event.seq }
  return { ...record, facts, headHash: event.hash, updatedAt: event.at }
}

/**
 * What a topic's step does to its reports: their own events, in the order in which they must be written, and the
 * reports as they are then.
 */
export async function moveReports(
  ctx: EventContext,
  moved: MovedTopic,
  rules: TimeRules,
): Promise<{ events: NewEvent[]; reports: ReportRecord[] }> {
  const moves = await Promise.all(concerned(moved).map((record) => moveReport(ctx, moved, record, rules)))
  const events = moves.flat()
  const byNumber = new Map(events.map((event) => [event.reportNumber, event]))
  return { events, reports: moved.reports.map((record) => folded(record, byNumber)) }
}

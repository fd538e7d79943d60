import type { Actor } from '../../../shared/domain/actor.ts'
import type { TopicEffect } from '../../../shared/domain/topic-effects.ts'
import {
  topicAfter,
  UNTOUCHED_TOPIC,
  type TopicAction,
  type TopicState,
} from '../../../shared/domain/topic-state.ts'
import type { EventContext } from '../report/follow-event.ts'
import type { NewTopicEvent, TopicEventRecord } from '../../repository/topic-events.ts'
import type { TopicRecord } from '../../repository/topics.ts'
import { topicEventHash } from './chain.ts'

/** A topic with its timeline, as loaded or as it will be after an event. */
export interface WholeTopic {
  record: TopicRecord
  events: TopicEventRecord[]
}

/** A topic before its first event. */
export function emptyTopic(id: string, now: number): WholeTopic {
  const record: TopicRecord = {
    row: 0,
    facts: { ...UNTOUCHED_TOPIC, reportNumbers: [], id, state: 'open' },
    headHash: '',
    createdAt: now,
    updatedAt: now,
    names: { category: null, district: null, body: null },
    openReports: 0,
  }
  return { record, events: [] }
}

/** A step that was allowed. */
export interface TopicStep extends TopicEffect {
  action: TopicAction
  to: TopicState
  text: string | null
  /** Names of what the step newly refers to. */
  names: Partial<TopicRecord['names']>
}

/** The event of a step, and the topic as it is once the event is written: the same fold as the database's. */
export async function followTopic(
  ctx: EventContext,
  { record, events }: WholeTopic,
  actor: Actor,
  step: TopicStep,
): Promise<{ event: NewTopicEvent; after: WholeTopic }> {
  const unsealed: Omit<NewTopicEvent, 'hash'> = {
    id: ctx.newId(),
    topicId: record.facts.id,
    seq: record.facts.version + 1,
    action: step.action,
    from: record.facts.version === 0 ? null : record.facts.state,
    to: step.to,
    at: ctx.now(),
    actorId: actor.id,
    actorRole: actor.role,
    actorName: actor.name,
    actorPerson: actor.person,
    text: step.text,
    data: step.data,
    changes: step.changes,
    prevHash: record.headHash,
  }
  const event = { ...unsealed, hash: await topicEventHash(ctx.secrets, unsealed) }
  const after: TopicRecord = {
    ...record,
    facts: topicAfter(record.facts, step.to, step.changes),
    headHash: event.hash,
    updatedAt: event.at,
    names: { ...record.names, ...step.names },
  }
  return { event, after: { record: after, events: [...events, event] } }
}

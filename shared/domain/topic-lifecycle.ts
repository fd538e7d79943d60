import type { Actor } from './actor.ts'
import type { ErrorCode, FieldErrors } from './errors.ts'
import { topicEffect, type TopicEffect } from './topic-effects.ts'
import type { TopicCommand } from './topic-command.ts'
import { TOPIC_STATES, type TopicAction, type TopicFacts, type TopicState } from './topic-state.ts'

type Refusal = Extract<ErrorCode, 'NOT_ALLOWED' | 'ILLEGAL_TRANSITION'>
type LaterAction = TopicCommand['action']

/** What somebody is to a topic: the supervisor of its district, or the body that answers for it. */
export type TopicRelation = 'supervisor' | 'answerer'

/** One row of the life of a topic. */
export interface TopicRow {
  action: LaterAction
  by: readonly TopicRelation[]
  from: readonly TopicState[]
  /** The target; `same` leaves the state as it is. */
  to: TopicState | 'same'
  guard?: { refusal: Refusal; holds(topic: TopicFacts, actor: Actor): boolean }
}

const notTheAnswerer: TopicRow['guard'] = {
  // Nobody marks their own work.
  refusal: 'NOT_ALLOWED',
  holds: (topic, actor) => topic.answeredBy === null || topic.answeredBy !== actor.id,
}

/**
 * The life of a topic: the one table behind the API, the screens and the database's own check
 * (`topic_transition`, tested to be equal to `allTopicTransitions()`).
 */
export const TOPIC_LIFECYCLE: readonly TopicRow[] = [
  { action: 'order', by: ['supervisor'], from: ['open'], to: 'same' },
  // A report that joins later would get an answer that was written without it.
  { action: 'add', by: ['supervisor'], from: ['open'], to: 'same' },
  { action: 'remove', by: ['supervisor'], from: ['open', 'in_review', 'answered'], to: 'same' },
  { action: 'answer', by: ['answerer'], from: ['open'], to: 'in_review' },
  {
    action: 'approve',
    by: ['supervisor'],
    from: ['in_review'],
    to: 'answered',
    guard: notTheAnswerer,
  },
  { action: 'send_back', by: ['supervisor'], from: ['in_review'], to: 'open', guard: notTheAnswerer },
  { action: 'close', by: ['supervisor'], from: ['answered'], to: 'closed' },
  // Opened by mistake: its reports go their own ways again.
  { action: 'drop', by: ['supervisor'], from: ['open', 'in_review'], to: 'closed' },
  // The document of a topic that is over stays as it was handed in.
  { action: 'propose', by: ['supervisor'], from: ['open', 'in_review', 'answered'], to: 'same' },
  { action: 'note', by: ['supervisor', 'answerer'], from: TOPIC_STATES, to: 'same' },
]

/** A single step the table allows; `from` is null for the opening. */
export interface TopicTransition {
  action: TopicAction
  from: TopicState | null
  to: TopicState
}

/** Every single step the table allows. */
export function allTopicTransitions(): TopicTransition[] {
  const steps = TOPIC_LIFECYCLE.flatMap(({ action, from, to }) =>
    from.map((state) => ({ action, from: state, to: to === 'same' ? state : to })),
  )
  return [{ action: 'open', from: null, to: 'open' }, ...steps]
}

/** True when a supervisor's field covers the whole topic: one that crosses districts is the city's. */
export function supervisesTopic(actor: Actor, districtCode: string | null): boolean {
  return actor.role === 'supervisor' && (actor.districtCode === null || actor.districtCode === districtCode)
}

function relationsTo(topic: TopicFacts, actor: Actor): TopicRelation[] {
  const answers = actor.role === 'body' && actor.bodyCode !== null && actor.bodyCode === topic.bodyCode
  return [
    ...(supervisesTopic(actor, topic.districtCode) ? ['supervisor' as const] : []),
    ...(answers ? ['answerer' as const] : []),
  ]
}

/** Whether the actor may know of the topic; who may, reads all of it. */
export function mayReadTopic(topic: TopicFacts, actor: Actor): boolean {
  return relationsTo(topic, actor).length > 0
}

function rowFor(
  topic: TopicFacts,
  actor: Actor,
  action: LaterAction,
): { row: TopicRow } | { refusal: Refusal } {
  const relations = relationsTo(topic, actor)
  const rows = TOPIC_LIFECYCLE.filter(
    (row) => row.action === action && row.by.some((relation) => relations.includes(relation)),
  )
  if (rows.length === 0) return { refusal: 'NOT_ALLOWED' }
  const row = rows.find(({ from }) => from.includes(topic.state))
  if (!row) return { refusal: 'ILLEGAL_TRANSITION' }
  return row.guard && !row.guard.holds(topic, actor) ? { refusal: row.guard.refusal } : { row }
}

export type TopicDecision =
  | ({ allowed: true; to: TopicState } & TopicEffect)
  | { allowed: false; code: Refusal | 'VALIDATION_FAILED'; fields?: FieldErrors }

/**
 * Decides one action: allowed with its effect, or refused with a code.
 * Pure: the caller has loaded the topic and has checked the version.
 *
 * @param now milliseconds
 */
export function decideTopic(
  topic: TopicFacts,
  actor: Actor,
  command: TopicCommand,
  now: number,
): TopicDecision {
  const found = rowFor(topic, actor, command.action)
  if ('refusal' in found) return { allowed: false, code: found.refusal }
  const effect = topicEffect(topic, actor, command, now)
  if ('fields' in effect) return { allowed: false, code: 'VALIDATION_FAILED', fields: effect.fields }
  return { allowed: true, to: found.row.to === 'same' ? topic.state : found.row.to, ...effect }
}

/** What the actor may do with the topic now, in the order of the table. Screens and API ask this. */
export function allowedTopicActions(topic: TopicFacts, actor: Actor): LaterAction[] {
  return TOPIC_LIFECYCLE.filter(({ action }) => 'row' in rowFor(topic, actor, action)).map(
    ({ action }) => action,
  )
}

import type { Actor } from './actor.ts'
import type { FieldErrors } from './errors.ts'
import type { ReportFacts } from './report-state.ts'
import type { TopicCommand, TopicOpening } from './topic-command.ts'
import type { TopicChanges, TopicFacts } from './topic-state.ts'

/** What an allowed action does: the facts it changes, and what its event keeps for the timeline. */
export interface TopicEffect {
  changes: TopicChanges
  data: Record<string, unknown>
}

type Outcome = TopicEffect | { fields: FieldErrors }

function withoutRepeats(numbers: readonly string[]): string[] {
  return [...new Set(numbers)]
}

/** What all of them have in common, or null. */
function shared<T>(values: readonly T[]): T | null {
  return values.length > 0 && new Set(values).size === 1 ? (values[0] ?? null) : null
}

/** An order that comes with the opening needs all three: who, what, until when. */
function orderProblems({ bodyCode, orderText, dueAt }: TopicOpening, now: number): FieldErrors {
  if (orderText === null && dueAt === null) return {}
  const missing = Object.entries({ bodyCode, orderText, dueAt }).filter(([, value]) => value === null)
  return {
    ...Object.fromEntries(missing.map(([field]) => [field, { problem: 'required' as const }])),
    ...(dueAt !== null && dueAt <= now && { dueAt: { problem: 'in_the_past' as const } }),
  }
}

function openingProblems(opening: TopicOpening, now: number): FieldErrors {
  const isAboutNothing = opening.reportNumbers.length === 0 && opening.caseSlug === null
  return {
    ...(isAboutNothing && { reportNumbers: { problem: 'required' as const } }),
    ...orderProblems(opening, now),
  }
}

/**
 * The opening of a topic. It lies in the district in which all its reports lie, or is the whole city's; one without
 * reports is the opener's.
 *
 * @param reports those with the numbers of the opening
 */
export function beginTopic(
  opening: TopicOpening,
  actor: Actor,
  reports: readonly ReportFacts[],
  now: number,
): Outcome {
  const fields = openingProblems(opening, now)
  if (Object.keys(fields).length > 0) return { fields }
  const { reportNumbers, dueAt, ...facts } = opening
  const added = withoutRepeats(reportNumbers)
  const districtCode =
    reports.length === 0 ? actor.districtCode : shared(reports.map((report) => report.districtCode))
  const categoryCode = shared(reports.map((report) => report.categoryCode))
  return {
    changes: { ...facts, dueAt, districtCode, categoryCode, added },
    data: {
      reportNumbers: added,
      bodyCode: facts.bodyCode,
      dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
      orderText: facts.orderText,
    },
  }
}

function add(topic: TopicFacts, numbers: readonly string[]): Outcome {
  const added = withoutRepeats(numbers)
  if (added.some((number) => topic.reportNumbers.includes(number)))
    return { fields: { reportNumbers: { problem: 'duplicate' } } }
  return { changes: { added }, data: { reportNumbers: added } }
}

function remove(topic: TopicFacts, numbers: readonly string[]): Outcome {
  const removed = withoutRepeats(numbers)
  if (removed.some((number) => !topic.reportNumbers.includes(number)))
    return { fields: { reportNumbers: { problem: 'unknown' } } }
  // Nothing would be left that it is about.
  if (removed.length === topic.reportNumbers.length && topic.caseSlug === null)
    return { fields: { reportNumbers: { problem: 'required' } } }
  return { changes: { removed }, data: { reportNumbers: removed } }
}

function order(command: Extract<TopicCommand, { action: 'order' }>, now: number): Outcome {
  const { bodyCode, text, dueAt } = command
  if (dueAt <= now) return { fields: { dueAt: { problem: 'in_the_past' } } }
  return {
    changes: { bodyCode, orderText: text, dueAt },
    data: { bodyCode, dueAt: new Date(dueAt).toISOString() },
  }
}

/** The effect of an action that the table allows, or the fields that do not suffice. `now` in milliseconds. */
export function topicEffect(topic: TopicFacts, actor: Actor, command: TopicCommand, now: number): Outcome {
  switch (command.action) {
    case 'add':
      return add(topic, command.reportNumbers)
    case 'remove':
      return remove(topic, command.reportNumbers)
    case 'order':
      return order(command, now)
    case 'answer':
      return { changes: { answerText: command.text, answeredBy: actor.id }, data: {} }
    case 'send_back':
      return { changes: { answerText: null, answeredBy: null }, data: {} }
    case 'propose':
      return { changes: { proposalText: command.text }, data: {} }
    case 'drop':
      return { changes: { removed: topic.reportNumbers }, data: { reportNumbers: topic.reportNumbers } }
    case 'approve':
    case 'close':
    case 'note':
      return { changes: {}, data: {} }
  }
}

import type { FieldError } from './errors.ts'
import { LEADING_STATES } from './report-merging.ts'
import { OPEN_STATES, type ReportFacts, type State } from './report-state.ts'
import type { TopicAction, TopicFacts } from './topic-state.ts'

/** Reports one topic may hold: all of them are moved in one transaction. */
export const MOST_REPORTS = 50
/** Reports that one step of a topic may move, with those that are merged into its own. */
const MOST_MOVED = 100

/** A report that is to join a topic; null where the actor may not know of it or there is none. */
export interface Candidate {
  facts: ReportFacts
  /** How many reports are merged into it. */
  followers: number
  /** The topic it is in already and that is not closed. */
  topicId: string | null
}

/**
 * Why reports cannot join a topic, or null when they can.
 *
 * @param members those the topic has already
 * @param districtCode the topic's; null for one that may hold reports of the whole city
 */
export function joiningProblem(
  joining: readonly (Candidate | null)[],
  members: readonly Omit<Candidate, 'topicId'>[],
  districtCode: string | null,
): FieldError | null {
  const known = joining.filter((candidate) => candidate !== null)
  if (known.length < joining.length) return { problem: 'unknown' }
  if (known.some((candidate) => candidate.topicId !== null)) return { problem: 'in_other_topic' }
  if (districtCode !== null && known.some(({ facts }) => facts.districtCode !== districtCode))
    return { problem: 'other_district' }
  const all = [...members, ...known]
  if (all.length > MOST_REPORTS) return { problem: 'too_many', limit: MOST_REPORTS }
  const moved = all.reduce((sum, { followers }) => sum + 1 + followers, 0)
  return moved > MOST_MOVED ? { problem: 'too_many', limit: MOST_MOVED } : null
}

/** A report that came back unanswered after the topic was, when the lead that it followed ended: it must be let go first. */
export function keepsTopicOpen(report: ReportFacts): boolean {
  return (LEADING_STATES as readonly State[]).includes(report.state)
}

/** What a topic's step does to one of its reports. `settle` passes the topic's answer on. */
export type MemberStep = 'watch' | 'order' | 'lift' | 'settle'

/** Supervision that came from the topic: an order of somebody else's stays when the topic lets go. */
function supervisedByTopic(report: ReportFacts, topic: TopicFacts): boolean {
  if (report.supervision === 'watched') return true
  return (
    report.supervision === 'ordered' &&
    report.orderDueAt === topic.dueAt &&
    report.orderText === topic.orderText
  )
}

function onJoining(report: ReportFacts, topic: TopicFacts, now: number): MemberStep | null {
  // Somebody's own order for this report says more than the topic's.
  if (report.supervision === 'ordered') return null
  // An order whose time is over is the topic's own matter; nobody new can be held to it.
  if (topic.orderText !== null && topic.dueAt !== null && topic.dueAt > now) return 'order'
  return report.supervision === 'none' ? 'watch' : null
}

/**
 * What a topic's step means for one of its reports; null when nothing. The report's own table still decides whether
 * that step is possible: one that is merged follows its lead, one that is over is evidence only.
 *
 * @param topic as it is after the step; for `remove` and `drop` the report is among those that leave
 * @param now milliseconds
 */
export function memberStep(
  action: TopicAction,
  topic: TopicFacts,
  report: ReportFacts,
  now: number,
): MemberStep | null {
  if (!(OPEN_STATES as readonly State[]).includes(report.state)) return null
  switch (action) {
    case 'open':
    case 'add':
      return onJoining(report, topic, now)
    case 'order':
      return 'order'
    case 'approve':
      return keepsTopicOpen(report) ? 'settle' : null
    case 'remove':
    case 'close':
    case 'drop':
      return supervisedByTopic(report, topic) ? 'lift' : null
    default:
      return null
  }
}

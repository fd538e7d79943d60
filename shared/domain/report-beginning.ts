import { beginStep, promiseAtSubmission, type TimeRules } from './report-deadline.ts'
import type { Changes, Channel, Complexity, ReportFacts } from './report-state.ts'

/** The facts that no event has touched yet; equal to the defaults of the `report` table. */
export const UNTOUCHED = {
  round: 1,
  bodyCode: null,
  coBodyCodes: [],
  deputyId: null,
  complexity: 'ordinary',
  holderType: null,
  holderCode: null,
  dueAt: null,
  remindAt: null,
  escalateAt: null,
  overdueLevel: 'none',
  promisedAt: 0,
  promisedProvisional: false,
  waitingSince: null,
  bounces: 0,
  adjudicated: false,
  declinedBy: null,
  appealed: false,
  finishedBy: null,
  escalated: false,
  leadNumber: null,
  mergedFrom: null,
  extension: 'none',
  extensionDays: null,
  supervision: 'none',
  orderText: null,
  orderDueAt: null,
  isPublic: false,
  publicText: null,
  ratedAnswered: null,
  ratedSolved: null,
  ratedSatisfied: null,
  anonymisedAt: null,
} as const satisfies Partial<ReportFacts>

/** Where a new report comes to. */
export interface Arrival {
  channel: Channel
  categoryCode: string
  /** The category's own default; the pre-reviewer may grade it differently. */
  complexity: Complexity
  stationNumber: string
  districtCode: string
  /** The body a routing rule names there; only snapshots go to it without pre-review. */
  routedBodyCode: string | null
}

export interface Beginning {
  to: 'submitted' | 'assigned'
  changes: Changes
  data: Record<string, unknown>
}

function firstHolder(arrival: Arrival): Changes {
  return arrival.channel === 'opinion'
    ? { holderType: 'station', holderCode: arrival.stationNumber }
    : { holderType: 'desk', holderCode: arrival.districtCode }
}

/** How a report's life begins: who has it first, until when, and what is promised. */
export function beginReport(arrival: Arrival, rules: TimeRules): Beginning {
  const { categoryCode, complexity, routedBodyCode } = arrival
  const promise = promiseAtSubmission(rules, categoryCode, complexity)
  const data = { promise: { ...promise.count, at: promise.at } }
  const promised: Changes = {
    complexity,
    promisedAt: promise.at,
    promisedProvisional: promise.count.provisional,
  }
  if (arrival.channel === 'snapshot' && routedBodyCode !== null) {
    const step = beginStep(rules, categoryCode, complexity, 'sign')
    const withBody: Changes = { bodyCode: routedBodyCode, holderType: 'body', holderCode: routedBodyCode }
    return {
      to: 'assigned',
      changes: { ...promised, ...withBody, ...step.changes },
      data: { ...data, ...step.data, bodyCode: routedBodyCode },
    }
  }
  const step = beginStep(rules, categoryCode, complexity, 'pre_review')
  return {
    to: 'submitted',
    changes: { ...promised, ...firstHolder(arrival), ...step.changes },
    data: { ...data, ...step.data },
  }
}

import type { Actor } from './actor.ts'
import type { FieldErrors } from './errors.ts'
import type { Command, CommandOf } from './report-command.ts'
import { beginStep, movePromise, prolongStep, type PromisedDate, type TimeRules } from './report-deadline.ts'
import { escalationDue } from './report-overdue.ts'
import { demandsEvidence, type Changes, type ReportFacts, type State, type Step } from './report-state.ts'
import { cityDate, workingDaysBetween } from './working-days.ts'

/** What an allowed action does: the next state, the facts it changes, what its event keeps for the timeline. */
export interface Effect {
  to: State
  changes: Changes
  /** Shown in the timeline besides text and photos: reasons, days, ratings, the arithmetic of a promise. */
  data: Record<string, unknown>
}

type Outcome = Effect | { fields: FieldErrors }

const NO_STEP: Changes = { dueAt: null, remindAt: null, escalateAt: null, overdueLevel: 'none' }
const NOBODY: Changes = { holderType: null, holderCode: null, ...NO_STEP }
/** A new answer has not been rated yet. */
const UNRATED: Changes = { ratedAnswered: null, ratedSolved: null, ratedSatisfied: null }

function withStation(report: ReportFacts): Changes {
  // Appeals are the supervisor's alone; an unrouted snapshot lies with its district's desk.
  if (report.appealed) return { holderType: 'supervisor', holderCode: report.districtCode }
  if (report.channel === 'snapshot') return { holderType: 'desk', holderCode: report.districtCode }
  return { holderType: 'station', holderCode: report.stationNumber }
}

function withReviewer(report: ReportFacts, finisher: Actor): Changes {
  if (report.escalated) return { holderType: 'supervisor', holderCode: report.districtCode }
  if (report.channel === 'opinion') return { holderType: 'station', holderCode: report.stationNumber }
  const filer = report.filerDeputyId
  // The deputy who filed a snapshot reviews it, unless the same deputy answered it.
  if (filer === null || filer === finisher.deputyId)
    return { holderType: 'desk', holderCode: report.districtCode }
  return { holderType: 'deputy', holderCode: filer }
}

function withAnswerer(report: ReportFacts): Changes {
  if (report.deputyId !== null) return { holderType: 'deputy', holderCode: report.deputyId }
  return { holderType: 'body', holderCode: report.bodyCode }
}

const withReporter: Changes = { holderType: 'reporter', holderCode: null }

function promiseMoved(promise: PromisedDate): { changes: Changes; data: Record<string, unknown> } {
  return {
    changes: { promisedAt: promise.at, promisedProvisional: promise.count.provisional },
    data: { promise: { ...promise.count, at: promise.at } },
  }
}

/** The step that now begins with somebody, as an outcome. */
function stepWith(
  report: ReportFacts,
  rules: TimeRules,
  step: Step,
  to: State,
  changes: Changes,
  data: Record<string, unknown> = {},
): Effect {
  const begun = beginStep(rules, report.categoryCode, changes.complexity ?? report.complexity, step)
  return { to, changes: { ...changes, ...begun.changes }, data: { ...data, ...begun.data } }
}

function endWait(report: ReportFacts, rules: TimeRules, until: number): Effect {
  const since = report.waitingSince ?? until
  const waited = workingDaysBetween(rules.calendar, cityDate(since), cityDate(until))
  const changes: Changes = { ...withStation(report), waitingSince: null }
  if (waited === 0) return stepWith(report, rules, 'pre_review', 'submitted', changes)
  // The days spent waiting for the reporter are not the office's: the promise moves, visibly.
  const moved = promiseMoved(movePromise(rules, report.promisedAt, waited))
  const all = { ...changes, ...moved.changes }
  return stepWith(report, rules, 'pre_review', 'submitted', all, { waited, ...moved.data })
}

function supplement(report: ReportFacts, command: CommandOf<'supplement'>, rules: TimeRules): Outcome {
  if (!command.text && !command.photoIds?.length) return { fields: { text: { problem: 'required' } } }
  if (report.state !== 'needs_info') return { to: report.state, changes: {}, data: {} }
  return endWait(report, rules, rules.now)
}

/** The supervisor's word ends a dispute. For a snapshot the desk sorts out the first two, as a station would. */
function adjudicates(report: ReportFacts, actor: Actor): boolean {
  return report.state === 'disputed' && actor.role === 'supervisor' && report.holderType !== 'desk'
}

function assign(report: ReportFacts, actor: Actor, command: CommandOf<'assign'>, rules: TimeRules): Outcome {
  const { bodyCode = null, deputyId = null, complexity, coBodyCodes = [] } = command
  if ((bodyCode === null) === (deputyId === null)) return { fields: { bodyCode: { problem: 'required' } } }
  const bodies = bodyCode === null ? coBodyCodes : [bodyCode, ...coBodyCodes]
  if (new Set(bodies).size < bodies.length) return { fields: { coBodyCodes: { problem: 'duplicate' } } }
  const adjudicated = report.adjudicated || adjudicates(report, actor)
  const next = { ...report, bodyCode, deputyId }
  const changes: Changes = { bodyCode, deputyId, coBodyCodes, complexity, adjudicated, ...withAnswerer(next) }
  const data = { bodyCode, deputyId, coBodyCodes, complexity }
  return stepWith(report, rules, 'sign', 'assigned', changes, data)
}

function bounce(report: ReportFacts, command: CommandOf<'bounce'>, rules: TimeRules): Outcome {
  const bounces = report.bounces + 1
  // Twice the station sorts it out; the third time somebody above both sides decides.
  const judge: Changes =
    bounces >= 3 ? { holderType: 'supervisor', holderCode: report.districtCode } : withStation(report)
  const data = { suggestedBodyCode: command.suggestedBodyCode ?? null }
  return stepWith(report, rules, 'pre_review', 'disputed', { bounces, ...judge }, data)
}

function grant(report: ReportFacts, rules: TimeRules): Outcome {
  const days = report.extensionDays ?? 0
  const moved = promiseMoved(movePromise(rules, report.promisedAt, days))
  const step = prolongStep(rules, { ...report, dueAt: report.dueAt ?? rules.now }, 'handle', days)
  return {
    to: report.state,
    changes: { extension: 'granted', ...step.changes, ...moved.changes },
    data: { days, ...step.data, ...moved.data },
  }
}

function finish(report: ReportFacts, actor: Actor, command: CommandOf<'finish'>, rules: TimeRules): Outcome {
  if (demandsEvidence(report) && !command.photoIds?.length)
    return { fields: { photoIds: { problem: 'evidence_required' } } }
  const changes: Changes = { finishedBy: actor.id, ...withReviewer(report, actor) }
  return stepWith(report, rules, 'review', 'in_review', changes)
}

function rate(report: ReportFacts, command: CommandOf<'rate'>, rules: TimeRules): Outcome {
  const { answered, solved, satisfied } = command
  const data = { answered, solved, satisfied, round: report.round }
  const rated: Changes = { ratedAnswered: answered, ratedSolved: solved, ratedSatisfied: satisfied }
  if (satisfied || report.escalated) return { to: 'closed', changes: { ...rated, ...NOBODY }, data }
  if (report.round === 1) {
    const again: Changes = { round: 2, finishedBy: null, extension: 'none', extensionDays: null }
    return stepWith(report, rules, 'sign', 'assigned', { ...rated, ...again, ...withAnswerer(report) }, data)
  }
  const judge: Changes = { escalated: true, holderType: 'supervisor', holderCode: report.districtCode }
  const next = stepWith(report, rules, 'review', 'in_review', { ...rated, ...judge }, data)
  return {
    ...next,
    changes: {
      ...next.changes,
      supervision: 'ordered',
      orderText: null,
      orderDueAt: next.changes.dueAt ?? null,
    },
  }
}

function decline(actor: Actor, command: CommandOf<'decline'>): Outcome {
  // "Other" says nothing by itself: whoever declines must then say where to turn.
  if (command.reason === 'other' && !command.text) return { fields: { text: { problem: 'required' } } }
  return { to: 'declined', changes: { ...NOBODY, declinedBy: actor.id }, data: { reason: command.reason } }
}

function merge(report: ReportFacts, command: CommandOf<'merge'>): Outcome {
  const mergedFrom = report.state === 'assigned' ? 'assigned' : 'submitted'
  const { leadNumber } = command
  return { to: 'merged', changes: { ...NOBODY, leadNumber, mergedFrom }, data: { leadNumber } }
}

function unmerge(report: ReportFacts, rules: TimeRules): Outcome {
  const free: Changes = { leadNumber: null, mergedFrom: null }
  const data = { leadNumber: report.leadNumber }
  if (report.mergedFrom === 'assigned') {
    return stepWith(report, rules, 'sign', 'assigned', { ...free, ...withAnswerer(report) }, data)
  }
  return stepWith(report, rules, 'pre_review', 'submitted', { ...free, ...withStation(report) }, data)
}

function settle(report: ReportFacts, { answer }: CommandOf<'settle'>, rules: TimeRules): Outcome {
  const { bodyCode, deputyId, complexity, finishedBy, data } = answer
  const answered: Changes = { bodyCode, deputyId, complexity, finishedBy, coBodyCodes: [] }
  const changes: Changes = { ...answered, ...UNRATED, mergedFrom: null, waitingSince: null, ...withReporter }
  return stepWith(report, rules, 'rating', 'answered', changes, data)
}

function escalate(report: ReportFacts, rules: TimeRules): Outcome {
  const level = escalationDue(report, rules.now) ?? 'supervisor'
  return { to: report.state, changes: { overdueLevel: level }, data: { level } }
}

function redact(report: ReportFacts, { text, photoIds }: CommandOf<'redact'>): Outcome {
  if (!text && !photoIds) return { fields: { text: { problem: 'required' } } }
  return {
    to: report.state,
    changes: text ? { publicText: text } : {},
    data: photoIds ? { photoIds } : {},
  }
}

function order(report: ReportFacts, command: CommandOf<'order'>, rules: TimeRules): Outcome {
  if (command.dueAt <= rules.now) return { fields: { dueAt: { problem: 'in_the_past' } } }
  const { text, dueAt } = command
  return {
    to: report.state,
    changes: { supervision: 'ordered', orderText: text, orderDueAt: dueAt },
    data: { dueAt: new Date(dueAt).toISOString() },
  }
}

/** The effect of an action that the table allows, or the fields that do not suffice. */
export function effectOf(report: ReportFacts, actor: Actor, command: Command, rules: TimeRules): Outcome {
  const same = (changes: Changes = {}, data: Record<string, unknown> = {}): Outcome => ({
    to: report.state,
    changes,
    data,
  })
  const step = (name: Step, to: State, changes: Changes) => stepWith(report, rules, name, to, changes)
  switch (command.action) {
    case 'supplement':
      return supplement(report, command, rules)
    case 'ask':
      return step('needs_info', 'needs_info', { ...withReporter, waitingSince: rules.now })
    case 'decline':
      return decline(actor, command)
    case 'appeal':
      return step('pre_review', 'submitted', {
        appealed: true,
        holderType: 'supervisor',
        holderCode: report.districtCode,
      })
    case 'merge':
      return merge(report, command)
    case 'unmerge':
      return unmerge(report, rules)
    case 'assign':
      return assign(report, actor, command, rules)
    case 'sign':
      return step('handle', 'in_progress', withAnswerer(report))
    case 'bounce':
      return bounce(report, command, rules)
    case 'extend':
      return same({ extension: 'asked', extensionDays: command.days }, { days: command.days })
    case 'grant':
      return grant(report, rules)
    case 'refuse':
      return same({ extension: 'refused' })
    case 'finish':
      return finish(report, actor, command, rules)
    case 'send_back':
      return step('handle', 'in_progress', { ...withAnswerer(report), finishedBy: null })
    case 'approve':
      return step('rating', 'answered', { ...withReporter, ...UNRATED })
    case 'rate':
      return rate(report, command, rules)
    case 'archive':
      return { to: 'closed', changes: NOBODY, data: {} }
    case 'resume':
      // A sweep that came late must not lengthen the wait.
      return endWait(report, rules, Math.min(rules.now, report.dueAt ?? rules.now))
    case 'escalate':
      return escalate(report, rules)
    case 'settle':
      return settle(report, command, rules)
    case 'withdraw':
      return { to: 'withdrawn', changes: NOBODY, data: {} }
    case 'watch':
      return same({ supervision: 'watched' })
    case 'order':
      return order(report, command, rules)
    case 'lift':
      return same({ supervision: 'none', orderText: null, orderDueAt: null })
    case 'publish':
      return same(
        { isPublic: true, publicText: command.text ?? report.publicText },
        { photoIds: command.photoIds ?? [] },
      )
    case 'unpublish':
      // Words that were once corrected must not come back as they were written.
      return same({ isPublic: false })
    case 'redact':
      return redact(report, command)
    case 'note':
      return same()
    case 'anonymise':
      // What people wrote, and who they are, goes with it; the database sees to that.
      return same(
        { anonymisedAt: rules.now, isPublic: false, publicText: null, orderText: null },
        { why: command.why },
      )
  }
}

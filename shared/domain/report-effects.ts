import type { Actor } from './actor.ts'
import type { FieldErrors } from './errors.ts'
import type { Command, CommandOf } from './report-command.ts'
import { movePromise, stepDueAt, type PromisedDate, type TimeRules } from './report-deadline.ts'
import type { Changes, ReportFacts, State } from './report-state.ts'
import { cityDate, workingDaysBetween } from './working-days.ts'

/** What an allowed action does: the next state, the facts it changes, what its event keeps for the timeline. */
export interface Effect {
  to: State
  changes: Changes
  /** Shown in the timeline besides text and photos: reasons, days, ratings, the arithmetic of a promise. */
  data: Record<string, unknown>
}

type Outcome = Effect | { fields: FieldErrors }

const NOBODY: Changes = { holderType: null, holderCode: null, dueAt: null }

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

function supplement(report: ReportFacts, command: CommandOf<'supplement'>, rules: TimeRules): Outcome {
  if (!command.text && !command.photoIds?.length) return { fields: { text: { problem: 'required' } } }
  if (report.state !== 'needs_info') return { to: report.state, changes: {}, data: {} }
  const waited = workingDaysBetween(
    rules.calendar,
    cityDate(report.waitingSince ?? rules.now),
    cityDate(rules.now),
  )
  const dueAt = stepDueAt(rules, report.categoryCode, report.complexity, 'pre_review')
  const changes: Changes = { ...withStation(report), dueAt, waitingSince: null }
  if (waited === 0) return { to: 'submitted', changes, data: {} }
  // The days spent waiting for the reporter are not the office's: the promise moves, visibly.
  const moved = promiseMoved(movePromise(rules, report.promisedAt, waited))
  return { to: 'submitted', changes: { ...changes, ...moved.changes }, data: { waited, ...moved.data } }
}

function assign(report: ReportFacts, actor: Actor, command: CommandOf<'assign'>, rules: TimeRules): Outcome {
  const { bodyCode = null, deputyId = null, complexity, coBodyCodes = [] } = command
  if ((bodyCode === null) === (deputyId === null)) return { fields: { bodyCode: { problem: 'required' } } }
  if (bodyCode !== null && coBodyCodes.includes(bodyCode)) {
    return { fields: { coBodyCodes: { problem: 'duplicate' } } }
  }
  const adjudicated = report.adjudicated || (report.state === 'disputed' && actor.role === 'supervisor')
  const next = { ...report, bodyCode, deputyId }
  return {
    to: 'assigned',
    changes: {
      bodyCode,
      deputyId,
      coBodyCodes,
      complexity,
      adjudicated,
      ...withAnswerer(next),
      dueAt: stepDueAt(rules, report.categoryCode, complexity, 'sign'),
    },
    data: { bodyCode, deputyId, coBodyCodes, complexity },
  }
}

function bounce(report: ReportFacts, command: CommandOf<'bounce'>, rules: TimeRules): Outcome {
  const bounces = report.bounces + 1
  // Twice the station sorts it out; the third time somebody above both sides decides.
  const judge: Changes =
    bounces >= 3 ? { holderType: 'supervisor', holderCode: report.districtCode } : withStation(report)
  return {
    to: 'disputed',
    changes: {
      bounces,
      ...judge,
      dueAt: stepDueAt(rules, report.categoryCode, report.complexity, 'pre_review'),
    },
    data: { suggestedBodyCode: command.suggestedBodyCode ?? null },
  }
}

function grant(report: ReportFacts, rules: TimeRules): Outcome {
  const days = report.extensionDays ?? 0
  const moved = promiseMoved(movePromise(rules, report.promisedAt, days))
  const dueAt = report.dueAt === null ? null : movePromise(rules, report.dueAt, days).at
  return {
    to: report.state,
    changes: { extension: 'granted', dueAt, ...moved.changes },
    data: { days, ...moved.data },
  }
}

function finish(report: ReportFacts, actor: Actor, command: CommandOf<'finish'>, rules: TimeRules): Outcome {
  const evidence = report.evidenceRequired || report.channel === 'snapshot'
  if (evidence && !command.photoIds?.length) return { fields: { photoIds: { problem: 'evidence_required' } } }
  return {
    to: 'in_review',
    changes: {
      finishedBy: actor.id,
      ...withReviewer(report, actor),
      dueAt: stepDueAt(rules, report.categoryCode, report.complexity, 'review'),
    },
    data: {},
  }
}

function rate(report: ReportFacts, command: CommandOf<'rate'>, rules: TimeRules): Outcome {
  const { answered, solved, satisfied } = command
  const data = { answered, solved, satisfied, round: report.round }
  const rated: Changes = { ratedAnswered: answered, ratedSolved: solved, ratedSatisfied: satisfied }
  if (satisfied || report.escalated) return { to: 'closed', changes: { ...rated, ...NOBODY }, data }
  if (report.round === 1) {
    const dueAt = stepDueAt(rules, report.categoryCode, report.complexity, 'sign')
    const again: Changes = { round: 2, finishedBy: null, extension: 'none', extensionDays: null }
    return { to: 'assigned', changes: { ...rated, ...again, ...withAnswerer(report), dueAt }, data }
  }
  const dueAt = stepDueAt(rules, report.categoryCode, report.complexity, 'review')
  return {
    to: 'in_review',
    changes: {
      ...rated,
      escalated: true,
      supervision: 'ordered',
      orderDueAt: dueAt,
      holderType: 'supervisor',
      holderCode: report.districtCode,
      dueAt,
    },
    data,
  }
}

function decline(actor: Actor, command: CommandOf<'decline'>): Outcome {
  // "Other" says nothing by itself: whoever declines must then say where to turn.
  if (command.reason === 'other' && !command.text) return { fields: { text: { problem: 'required' } } }
  return { to: 'declined', changes: { ...NOBODY, declinedBy: actor.id }, data: { reason: command.reason } }
}

function appeal(report: ReportFacts, rules: TimeRules): Outcome {
  return {
    to: 'submitted',
    changes: {
      appealed: true,
      holderType: 'supervisor',
      holderCode: report.districtCode,
      dueAt: stepDueAt(rules, report.categoryCode, report.complexity, 'pre_review'),
    },
    data: {},
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
  const due = (step: Parameters<typeof stepDueAt>[3]) =>
    stepDueAt(rules, report.categoryCode, report.complexity, step)
  switch (command.action) {
    case 'supplement':
      return supplement(report, command, rules)
    case 'ask':
      return {
        to: 'needs_info',
        changes: { ...withReporter, waitingSince: rules.now, dueAt: due('needs_info') },
        data: {},
      }
    case 'decline':
      return decline(actor, command)
    case 'appeal':
      return appeal(report, rules)
    case 'assign':
      return assign(report, actor, command, rules)
    case 'sign':
      return { to: 'in_progress', changes: { ...withAnswerer(report), dueAt: due('handle') }, data: {} }
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
      return {
        to: 'in_progress',
        changes: { ...withAnswerer(report), finishedBy: null, dueAt: due('handle') },
        data: {},
      }
    case 'approve':
      return { to: 'answered', changes: { ...withReporter, dueAt: due('rating') }, data: {} }
    case 'rate':
      return rate(report, command, rules)
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
        { isPublic: true, publicText: command.text ?? null },
        { photoIds: command.photoIds ?? null },
      )
    case 'unpublish':
      return same({ isPublic: false, publicText: null })
    case 'note':
      return same()
  }
}

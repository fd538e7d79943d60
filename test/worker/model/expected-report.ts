import type { Command, CommandOf } from '../../../shared/domain/report-command.ts'
import type { ReportFacts } from '../../../shared/domain/report-state.ts'
import type { Player } from './cast.ts'

/** A step has just begun: its times are read off the report, and lie ahead until then. */
const AHEAD = Number.POSITIVE_INFINITY

/** What the model believes of one report, besides what only its own world knows. */
export interface Expected extends Omit<
  ReportFacts,
  'orderDueAt' | 'promisedProvisional' | 'remindAt' | 'waitingSince' | 'orderText'
> {
  queryCode: string
}

type Change = Partial<Expected>

const STEP: Change = { dueAt: AHEAD, escalateAt: AHEAD, overdueLevel: 'none' }
const NOBODYS: Change = {
  holderType: null,
  holderCode: null,
  dueAt: null,
  escalateAt: null,
  overdueLevel: 'none',
}
const REPORTERS: Change = { holderType: 'reporter', holderCode: null, ...STEP }
const UNRATED: Change = { ratedAnswered: null, ratedSolved: null, ratedSatisfied: null }

function supervisors({ districtCode }: Expected): Change {
  return { holderType: 'supervisor', holderCode: districtCode, ...STEP }
}

/** The office that looks at it first, and again when a body says that it is not theirs. */
function intakes(report: Expected): Change {
  if (report.appealed) return supervisors(report)
  if (report.channel === 'opinion')
    return { holderType: 'station', holderCode: report.stationNumber, ...STEP }
  return { holderType: 'desk', holderCode: report.districtCode, ...STEP }
}

function answerers({ deputyId, bodyCode }: Expected): Change {
  return deputyId === null
    ? { holderType: 'body', holderCode: bodyCode, ...STEP }
    : { holderType: 'deputy', holderCode: deputyId, ...STEP }
}

function reviewers(report: Expected): Change {
  if (report.escalated) return supervisors(report)
  const { filerDeputyId, deputyId } = report
  if (report.channel === 'opinion')
    return { holderType: 'station', holderCode: report.stationNumber, ...STEP }
  if (filerDeputyId === deputyId) return { holderType: 'desk', holderCode: report.districtCode, ...STEP }
  return { holderType: 'deputy', holderCode: filerDeputyId, ...STEP }
}

function rated(report: Expected, { answered, solved, satisfied }: CommandOf<'rate'>): Change {
  const words: Change = { ratedAnswered: answered, ratedSolved: solved, ratedSatisfied: satisfied }
  if (satisfied || report.escalated) return { ...words, state: 'closed', ...NOBODYS }
  if (report.round === 1) {
    const again: Change = { round: 2, finishedBy: null, extension: 'none', extensionDays: null }
    return { ...words, state: 'assigned', ...again, ...answerers(report) }
  }
  return {
    ...words,
    state: 'in_review',
    escalated: true,
    supervision: 'ordered',
    ...supervisors(report),
  }
}

function assigned(report: Expected, command: CommandOf<'assign'>, who: Player): Change {
  const { bodyCode = null, deputyId = null, complexity, coBodyCodes = [] } = command
  // A district's desk sorts out a snapshot's first two disputes as a station would; that is no adjudication.
  const judged = report.state === 'disputed' && who.role === 'supervisor' && report.holderType !== 'desk'
  const adjudicated = report.adjudicated || judged
  const to: Change = { bodyCode, deputyId, complexity, coBodyCodes, adjudicated }
  return { state: 'assigned', ...to, ...answerers({ ...report, ...to }) }
}

function bounced(report: Expected): Change {
  const bounces = report.bounces + 1
  return { state: 'disputed', bounces, ...(bounces >= 3 ? supervisors(report) : intakes(report)) }
}

function letGo(report: Expected): Change {
  const back = report.mergedFrom === 'assigned' ? answerers(report) : intakes(report)
  return { state: report.mergedFrom ?? 'submitted', leadNumber: null, mergedFrom: null, ...back }
}

function brought({ holderType, overdueLevel }: Expected): Change {
  const isPastTheStation = ['station', 'desk', 'supervisor'].includes(holderType ?? '')
  return { overdueLevel: isPastTheStation || overdueLevel === 'station' ? 'supervisor' : 'station' }
}

function settled({ answer }: CommandOf<'settle'>): Change {
  const { bodyCode, deputyId, complexity, finishedBy } = answer
  const given: Change = { bodyCode, deputyId, complexity, finishedBy, coBodyCodes: [] }
  return { state: 'answered', ...given, ...UNRATED, mergedFrom: null, ...REPORTERS }
}

/** What an action that was taken must have changed; `who` is null when the clock took it. */
function changeBy(report: Expected, command: Command, who: Player): Change {
  switch (command.action) {
    case 'supplement':
      return report.state === 'needs_info' ? { state: 'submitted', ...intakes(report) } : {}
    case 'ask':
      return { state: 'needs_info', ...REPORTERS }
    case 'decline':
      return { state: 'declined', declinedBy: who.id, ...NOBODYS }
    case 'appeal':
      return { state: 'submitted', appealed: true, ...supervisors(report) }
    case 'merge':
      return {
        state: 'merged',
        leadNumber: command.leadNumber,
        mergedFrom: report.state as Expected['mergedFrom'],
        ...NOBODYS,
      }
    case 'unmerge':
      return letGo(report)
    case 'assign':
      return assigned(report, command, who)
    case 'sign':
      return { state: 'in_progress', ...answerers(report) }
    case 'bounce':
      return bounced(report)
    case 'extend':
      return { extension: 'asked', extensionDays: command.days }
    case 'grant':
      return { extension: 'granted', ...STEP }
    case 'refuse':
      return { extension: 'refused' }
    case 'finish':
      return { state: 'in_review', finishedBy: who.id, ...reviewers(report) }
    case 'send_back':
      return { state: 'in_progress', finishedBy: null, ...answerers(report) }
    case 'approve':
      return { state: 'answered', ...UNRATED, ...REPORTERS }
    case 'rate':
      return rated(report, command)
    case 'archive':
      return { state: 'closed', ...NOBODYS }
    case 'resume':
      return { state: 'submitted', ...intakes(report) }
    case 'escalate':
      return brought(report)
    case 'settle':
      return settled(command)
    case 'withdraw':
      return { state: 'withdrawn', ...NOBODYS }
    case 'watch':
      return { supervision: 'watched' }
    case 'order':
      return { supervision: 'ordered' }
    case 'lift':
      return { supervision: 'none' }
    case 'publish':
      return { isPublic: true, publicText: command.text ?? report.publicText }
    case 'unpublish':
      return { isPublic: false }
    case 'redact':
      return command.text ? { publicText: command.text } : {}
    case 'note':
      return {}
    case 'anonymise':
      throw new Error('the model erases nothing: that has tests of its own')
  }
}

/** The report as it must be after an action of a person. */
export function afterPerson(report: Expected, command: Command, who: Player): Expected {
  return afterCommand(report, command, who)
}

/** The report as it must be after a step of the clock. */
export function afterClock(report: Expected, command: Command): Expected {
  return afterCommand(report, command, CLOCK_PLAYER)
}

const CLOCK_PLAYER: Player = {
  name: 'clock',
  role: 'anonymous',
  id: null,
  tokenHash: null,
  station: null,
  body: null,
  district: null,
  deputy: null,
}

function afterCommand(report: Expected, command: Command, who: Player): Expected {
  return { ...report, ...changeBy(report, command, who), version: report.version + 1 }
}

/** What the model compares; times are read off the report and checked by the invariants. */
const COMPARED = [
  'state',
  'version',
  'round',
  'holderType',
  'holderCode',
  'bodyCode',
  'coBodyCodes',
  'deputyId',
  'complexity',
  'bounces',
  'adjudicated',
  'declinedBy',
  'appealed',
  'finishedBy',
  'escalated',
  'leadNumber',
  'mergedFrom',
  'extension',
  'extensionDays',
  'supervision',
  'isPublic',
  'publicText',
  'ratedAnswered',
  'ratedSolved',
  'ratedSatisfied',
  'overdueLevel',
] as const satisfies readonly (keyof Expected & keyof ReportFacts)[]

/** Where a report is not what the model expects, in words; null when it is. */
export function differenceFrom(expected: Expected, facts: ReportFacts): string | null {
  const shown = (value: unknown) => JSON.stringify(value)
  // More steps than were accepted: of those who raced, more than one has won.
  if (facts.version > expected.version)
    return `invariant 2: version ${facts.version} after ${expected.version} accepted steps`
  const wrong = COMPARED.filter((fact) => shown(expected[fact]) !== shown(facts[fact]))
  if (wrong.length > 0) {
    return wrong.map((fact) => `${fact} is ${shown(facts[fact])}, not ${shown(expected[fact])}`).join('; ')
  }
  const hasTime = (due: number | null) => due !== null
  return hasTime(expected.dueAt) === hasTime(facts.dueAt) ? null : `dueAt is ${shown(facts.dueAt)}`
}

/** The model with the times that the report has. */
export function withTimesOf(expected: Expected, facts: ReportFacts): Expected {
  const { dueAt, escalateAt, promisedAt } = facts
  return { ...expected, dueAt, escalateAt, promisedAt }
}

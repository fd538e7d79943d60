import type { ReportFacts } from '../../../shared/domain/report-state.ts'
import type { Part, Person, Situation, Turn } from '../../support/lifecycle-oracle.ts'
import type { Player } from './cast.ts'

/** The facts that say who is who and what may be done. */
export type Standing = Pick<
  ReportFacts,
  | 'state'
  | 'stationNumber'
  | 'districtCode'
  | 'bodyCode'
  | 'coBodyCodes'
  | 'deputyId'
  | 'filerDeputyId'
  | 'reporterId'
  | 'holderType'
  | 'finishedBy'
  | 'declinedBy'
  | 'appealed'
  | 'adjudicated'
  | 'extension'
  | 'supervision'
  | 'isPublic'
  | 'consentPublic'
  | 'anonymisedAt'
  | 'dueAt'
  | 'escalateAt'
  | 'overdueLevel'
>

function turnOf({ holderType, state }: Standing): Turn {
  if (holderType !== 'deputy') return holderType
  return state === 'in_review' ? 'filer' : 'answerer'
}

/** A report's situation at a moment (milliseconds), in the words of the design. */
export function situationAt(report: Standing, now: number): Situation {
  const { dueAt, escalateAt, overdueLevel } = report
  const timeIsUp = dueAt !== null && dueAt < now
  const graceIsOver = timeIsUp && (escalateAt ?? dueAt) < now
  return { ...report, turn: turnOf(report), timeIsUp, graceIsOver, brought: overdueLevel }
}

/** What holds of each part; a player has those that are true of them. */
const IS: Record<Exclude<Part, 'clock'>, (report: Standing, who: Player, hasCode: boolean) => boolean> = {
  reporter: (report, who, hasCode) => hasCode || (who.id !== null && who.id === report.reporterId),
  station: (report, who) => who.role === 'station' && who.station === report.stationNumber,
  supervisor: (report, who) =>
    who.role === 'supervisor' && (who.district === null || who.district === report.districtCode),
  body: (report, who) => who.role === 'body' && who.body === report.bodyCode,
  co_body: (report, who) => who.role === 'body' && report.coBodyCodes.includes(who.body ?? ''),
  answerer: (report, who) => who.role === 'deputy' && who.deputy === report.deputyId,
  filer: (report, who) => who.role === 'deputy' && who.deputy === report.filerDeputyId,
  station_deputy: (report, who) => who.role === 'deputy' && who.station === report.stationNumber,
}

/** What a player is to a report; `hasCode` says that they show its query code. */
export function personOf(report: Standing, who: Player, hasCode = false): Person {
  const parts = (Object.keys(IS) as (keyof typeof IS)[]).filter((part) => IS[part](report, who, hasCode))
  const isMark = (mark: string | null) => mark !== null && mark === who.id
  return { parts, finishedIt: isMark(report.finishedBy), declinedIt: isMark(report.declinedBy) }
}

export const CLOCKWORK: Person = { parts: ['clock'], finishedIt: false, declinedIt: false }

import { isStaff, supervises, type Actor } from './actor.ts'
import type { ReportFacts } from './report-state.ts'

/**
 * What somebody is to one report.
 *
 * - `holder`: the one whose turn it is (or who may act in that office's place)
 * - `reporter`: filed it, by session or by query code
 * - `overseer`: its station, or the supervisor of its district
 * - `supervisor`: the supervisor of its district
 * - `station_deputy`: a deputy of its station
 * - `colleague`: any other staff member who can see it
 * - `clock`: nobody; time has passed, or something this report hangs on has changed
 */
export const RELATIONS = [
  'holder',
  'reporter',
  'overseer',
  'supervisor',
  'station_deputy',
  'colleague',
  'clock',
] as const
export type Relation = (typeof RELATIONS)[number]

function isReporter(report: ReportFacts, actor: Actor): boolean {
  if (actor.reporterOf === report.number) return true
  return actor.id !== null && actor.id === report.reporterId
}

function isStationOfficer(report: ReportFacts, actor: Actor): boolean {
  return (
    actor.role === 'station' && actor.stationNumber !== null && actor.stationNumber === report.stationNumber
  )
}

function isStationDeputy({ stationNumber }: ReportFacts, actor: Actor): boolean {
  return actor.role === 'deputy' && actor.stationNumber !== null && actor.stationNumber === stationNumber
}

function holdsAsDeputy(report: ReportFacts, actor: Actor, now: number): boolean {
  if (actor.role === 'deputy') return actor.deputyId !== null && actor.deputyId === report.holderCode
  // A deputy who does not review in time must not keep the reporter waiting: the desk steps in.
  const overdue = report.dueAt !== null && report.dueAt < now
  return report.state === 'in_review' && overdue && supervises(actor, report.districtCode)
}

function isHolder(report: ReportFacts, actor: Actor, now: number): boolean {
  switch (report.holderType) {
    case 'station':
      return isStationOfficer(report, actor) || supervises(actor, report.districtCode)
    case 'desk':
    case 'supervisor':
      return supervises(actor, report.districtCode)
    case 'body':
      return actor.role === 'body' && actor.bodyCode !== null && actor.bodyCode === report.holderCode
    case 'deputy':
      return holdsAsDeputy(report, actor, now)
    case 'reporter':
      return isReporter(report, actor)
    case null:
      return false
  }
}

/** True for staff whose office has to do with the report now: they read it whole. */
export function worksOn(report: ReportFacts, actor: Actor): boolean {
  switch (actor.role) {
    case 'station':
      return isStationOfficer(report, actor)
    case 'body':
      return (
        actor.bodyCode !== null &&
        (actor.bodyCode === report.bodyCode || report.coBodyCodes.includes(actor.bodyCode))
      )
    case 'deputy':
      return (
        isStationDeputy(report, actor) ||
        (actor.deputyId !== null && [report.deputyId, report.filerDeputyId].includes(actor.deputyId))
      )
    case 'supervisor':
      return supervises(actor, report.districtCode)
    default:
      return false
  }
}

/** Every relation of the actor to the report at the moment `now` (milliseconds). */
export function relationsOf(report: ReportFacts, actor: Actor, now: number): ReadonlySet<Relation> {
  const relations = new Set<Relation>()
  if (isHolder(report, actor, now)) relations.add('holder')
  if (isReporter(report, actor)) relations.add('reporter')
  if (supervises(actor, report.districtCode)) relations.add('supervisor').add('overseer')
  if (isStationOfficer(report, actor)) relations.add('overseer')
  if (isStationDeputy(report, actor)) relations.add('station_deputy')
  if (isStaff(actor) && worksOn(report, actor)) relations.add('colleague')
  if (actor.role === 'clock') relations.add('clock')
  return relations
}

/** How much of a report somebody may read. */
export const VIEWS = ['staff', 'reporter', 'public'] as const
export type View = (typeof VIEWS)[number]

/** The view the actor has of the report, or null when they may not even know of it. */
export function viewOf(report: ReportFacts, actor: Actor): View | null {
  if (worksOn(report, actor)) return 'staff'
  if (isReporter(report, actor)) return 'reporter'
  return report.isPublic ? 'public' : null
}

import { ANONYMOUS, type Actor } from '../../shared/domain/actor.ts'
import { UNTOUCHED } from '../../shared/domain/report-beginning.ts'
import type { TimeRules } from '../../shared/domain/report-deadline.ts'
import type { ReportFacts } from '../../shared/domain/report-state.ts'

/** Monday 2026-11-23, 10:00 in Guangzhou. */
export const MONDAY = Date.parse('2026-11-23T10:00:00+08:00')

export const RULES: TimeRules = {
  now: MONDAY,
  calendar: { coveredYears: [2026], days: new Map() },
  limits: [
    { categoryCode: '*', complexity: '*', step: 'pre_review', days: 1 },
    { categoryCode: '*', complexity: '*', step: 'sign', days: 1 },
    { categoryCode: '*', complexity: 'simple', step: 'handle', days: 3 },
    { categoryCode: '*', complexity: 'ordinary', step: 'handle', days: 5 },
    { categoryCode: '*', complexity: 'complex', step: 'handle', days: 15 },
    { categoryCode: '*', complexity: '*', step: 'review', days: 1 },
    { categoryCode: '*', complexity: '*', step: 'rating', days: 7 },
    { categoryCode: '*', complexity: '*', step: 'needs_info', days: 5 },
    { categoryCode: '*', complexity: '*', step: 'escalation', days: 1 },
  ],
}

/** One of each, and a stranger of each kind. */
export const ACTORS = {
  anonymous: ANONYMOUS,
  reporter: { ...ANONYMOUS, role: 'resident', id: 'r1' },
  otherResident: { ...ANONYMOUS, role: 'resident', id: 'r2' },
  station: { ...ANONYMOUS, role: 'station', id: 's1', stationNumber: '0001' },
  otherStation: { ...ANONYMOUS, role: 'station', id: 's2', stationNumber: '0002' },
  body: { ...ANONYMOUS, role: 'body', id: 'b1', bodyCode: 'lamps' },
  otherBody: { ...ANONYMOUS, role: 'body', id: 'b2', bodyCode: 'roads' },
  deputy: { ...ANONYMOUS, role: 'deputy', id: 'd1', deputyId: 'd-0001-01', stationNumber: '0001' },
  otherDeputy: { ...ANONYMOUS, role: 'deputy', id: 'd2', deputyId: 'd-0002-01', stationNumber: '0002' },
  supervisor: { ...ANONYMOUS, role: 'supervisor', id: 'v1' },
  desk: { ...ANONYMOUS, role: 'supervisor', id: 'v2', districtCode: '440104' },
  otherDesk: { ...ANONYMOUS, role: 'supervisor', id: 'v3', districtCode: '440106' },
  admin: { ...ANONYMOUS, role: 'admin', id: 'a1' },
} as const satisfies Record<string, Actor>

/** An opinion that waits for its station, changed by `changes`. */
export function opinion(changes: Partial<ReportFacts> = {}): ReportFacts {
  return {
    ...UNTOUCHED,
    number: '26112348291753',
    channel: 'opinion',
    state: 'submitted',
    version: 1,
    stationNumber: '0001',
    districtCode: '440104',
    categoryCode: 'street-lighting',
    evidenceRequired: true,
    consentPublic: false,
    reporterId: 'r1',
    filerDeputyId: null,
    coBodyCodes: [],
    holderType: 'station',
    holderCode: '0001',
    promisedAt: MONDAY,
    ...changes,
  }
}

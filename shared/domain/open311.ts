import { STATES, type State } from './report-state.ts'

/**
 * Only what nothing will be done about any more is closed. An answer that nobody has rated is not: the reporter may
 * still say that nothing is solved.
 */
export const GEOREPORT_CLOSED = [
  'closed',
  'declined',
  'merged',
  'withdrawn',
] as const satisfies readonly State[]

export const GEOREPORT_STATUSES = ['open', 'closed'] as const
export type GeoReportStatus = (typeof GEOREPORT_STATUSES)[number]

/** A state in the two words that GeoReport knows. */
export function geoReportStatus(state: State): GeoReportStatus {
  return GEOREPORT_CLOSED.some((closed) => closed === state) ? 'closed' : 'open'
}

/** The states behind a status. */
export function statesOf(status: GeoReportStatus): State[] {
  return STATES.filter((state) => geoReportStatus(state) === status)
}

/** GeoReport's own limits: as many requests an answer, and as many milliseconds between its two dates. */
export const GEOREPORT_MOST = 1000
export const GEOREPORT_SPAN_MS = 90 * 86_400_000

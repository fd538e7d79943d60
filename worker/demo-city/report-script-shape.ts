import type { Channel, Complexity, DeclineReason, PersonAction } from '../../shared/domain/report-state.ts'

/** The drawings in `photos/<key>.jpg` (1200 × 900); the next to each other ones are before and after. */
export const PHOTO_KEYS = [
  'lamp-broken',
  'lamp-mended',
  'manhole-open',
  'manhole-mended',
  'litter-heap',
  'litter-cleared',
  'waterlogged-road',
  'road-drained',
  'bike-pile',
  'bike-tidied',
  'flying-wires',
  'charging-shed',
] as const
export type PhotoKey = (typeof PHOTO_KEYS)[number]

/**
 * One action of a script; which account acts for `by` follows from the report (its station, its body, its filer). What
 * the clock does in between is not in the script: it follows from the time that passes.
 */
export interface Step {
  by: 'reporter' | 'station' | 'body' | 'deputy' | 'supervisor'
  action: PersonAction
  /** hours since the step before it, the first one since submission */
  afterHours: number
  text?: string
  photos?: PhotoKey[]
  bodyCode?: string
  deputyId?: string
  complexity?: Complexity
  suggestedBodyCode?: string
  reason?: DeclineReason
  /** an extension's working days; the days until an order is due */
  days?: number
  /** key of the report that leads this one */
  lead?: string
  answered?: boolean
  solved?: boolean
  satisfied?: boolean
}

interface ScriptPlace {
  /** WGS84 degrees */
  lat: number
  lng: number
  address: string
}

/**
 * One report and what becomes of it. A snapshot is filed by the demonstration deputy of its station, who then is
 * its reporter; it begins with the routed body where a rule fits and with the desk where none does.
 */
export interface DemoReport {
  key: string
  channel: Channel
  stationNumber: string
  categoryCode: string
  text: string
  place?: ScriptPlace
  answers?: Record<string, string | boolean>
  photo?: PhotoKey
  consentPublic?: boolean
  /** the reform case that it speaks of */
  caseSlug?: string
  steps: Step[]
  daysAgo: number
}

import type { Report, ReportRow, TimelineEvent } from '../../../shared/contract/report.ts'
import type { View } from '../../../shared/domain/report-relations.ts'

/** Who reads a field; the others get `blank` in its place, and no field at all where there is none. */
interface FieldRule<T> {
  for: readonly View[]
  blank?: T
}

type FieldRules<T> = { readonly [Field in keyof T]-?: FieldRule<T[Field]> }

const ALL: readonly View[] = ['staff', 'reporter', 'public']
const PARTIES: readonly View[] = ['staff', 'reporter']
const STAFF: readonly View[] = ['staff']

/**
 * What a report says to whom. A field that is not here reaches nobody; a new one does not compile until it is decided
 * who reads it. `text` and `place` everybody reads, in the form that is meant for them.
 */
const REPORT_FIELDS: FieldRules<Report> = {
  number: { for: ALL },
  channel: { for: ALL },
  state: { for: ALL },
  round: { for: ALL },
  version: { for: ALL },
  category: { for: ALL },
  text: { for: ALL },
  place: { for: ALL },
  address: { for: PARTIES, blank: null },
  photos: { for: ALL },
  answers: { for: PARTIES, blank: [] },
  station: { for: ALL },
  district: { for: ALL },
  holder: { for: ALL },
  body: { for: ALL },
  coBodies: { for: ALL },
  complexity: { for: ALL },
  dueAt: { for: ALL },
  promisedAt: { for: ALL },
  promisedProvisional: { for: ALL },
  promises: { for: ALL },
  steps: { for: ALL },
  overdueLevel: { for: ALL },
  // The public learns nothing of other reports' numbers.
  lead: { for: PARTIES, blank: null },
  followers: { for: STAFF, blank: [] },
  bounces: { for: ALL },
  joins: { for: ALL },
  supervision: { for: ALL },
  order: { for: ALL },
  extension: { for: ALL },
  rating: { for: ALL },
  evidenceRequired: { for: ALL },
  consentPublic: { for: ALL },
  public: { for: ALL },
  caseSlug: { for: ALL },
  anonymised: { for: ALL },
  heldReason: { for: STAFF },
  createdAt: { for: ALL },
  updatedAt: { for: ALL },
}

/** The same for a row of a list. */
const ROW_FIELDS: FieldRules<ReportRow> = {
  number: { for: ALL },
  channel: { for: ALL },
  state: { for: ALL },
  round: { for: ALL },
  version: { for: ALL },
  category: { for: ALL },
  text: { for: ALL },
  district: { for: ALL },
  station: { for: ALL },
  holder: { for: ALL },
  address: { for: PARTIES, blank: null },
  place: { for: ALL },
  photo: { for: ALL },
  dueAt: { for: ALL },
  promisedAt: { for: ALL },
  bounces: { for: ALL },
  joins: { for: ALL },
  overdueLevel: { for: ALL },
  supervision: { for: ALL },
  public: { for: ALL },
  anonymised: { for: ALL },
  heldReason: { for: STAFF },
  createdAt: { for: ALL },
  updatedAt: { for: ALL },
}

const ACTOR_FIELDS: FieldRules<TimelineEvent['actor']> = {
  role: { for: ALL },
  name: { for: ALL },
  // Offices answer, not people: who it was, colleagues know.
  person: { for: STAFF },
}

/**
 * What an event keeps besides its words. Nobody reads arithmetic (`promise`, `due`, shown with the report), hashes and
 * photos that were lent; they are not here.
 */
export const EVENT_DATA_FIELDS: Readonly<Record<string, FieldRule<unknown>>> = {
  answered: { for: ALL },
  solved: { for: ALL },
  satisfied: { for: ALL },
  round: { for: ALL },
  reason: { for: ALL },
  why: { for: ALL },
  level: { for: ALL },
  days: { for: ALL },
  dueAt: { for: ALL },
  waited: { for: ALL },
  asReporter: { for: ALL },
  answeredBy: { for: ALL },
  complexity: { for: ALL },
  bodyCode: { for: ALL },
  bodyName: { for: ALL },
  coBodyCodes: { for: ALL },
  coBodyNames: { for: ALL },
  deputyId: { for: ALL },
  deputyName: { for: ALL },
  suggestedBodyCode: { for: ALL },
  suggestedBodyName: { for: ALL },
  leadNumber: { for: PARTIES },
  photoIds: { for: PARTIES },
  // The reporter learns that it is one of many; which topic it is, staff only.
  topicTitle: { for: PARTIES },
  topicId: { for: STAFF },
}

/** What is read of events nowhere: they are kept for the arithmetic and the chain. */
export const EVENT_DATA_UNREAD = ['promise', 'due', 'photos', 'filed'] as const

function pick(view: View, rules: Readonly<Record<string, FieldRule<unknown>>>, whole: object) {
  const values = new Map(Object.entries(whole))
  const shown = Object.entries(rules).map(([field, rule]) => [
    field,
    rule.for.includes(view) ? values.get(field) : rule.blank,
  ])
  return Object.fromEntries(shown.filter(([, value]) => value !== undefined))
}

/** A report as a view may read it. */
export function reportFor(view: View, whole: Report): Report {
  return pick(view, REPORT_FIELDS, whole) as Report
}

/** A row of a list as a view may read it. */
export function rowFor(view: View, whole: ReportRow): ReportRow {
  return pick(view, ROW_FIELDS, whole) as ReportRow
}

/** Who did something, as a view may read it. */
export function actorFor(view: View, whole: TimelineEvent['actor']): TimelineEvent['actor'] {
  return pick(view, ACTOR_FIELDS, whole) as TimelineEvent['actor']
}

/** What an event keeps besides its words, as a view may read it. */
export function eventDataFor(view: View, data: Record<string, unknown>): Record<string, unknown> {
  return pick(view, EVENT_DATA_FIELDS, data)
}

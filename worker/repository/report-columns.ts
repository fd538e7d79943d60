import type { HeldReason } from '../../shared/domain/limits.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import type { Changes, ReportFacts } from '../../shared/domain/report-state.ts'
import type { TopicChanges } from '../../shared/domain/topic-state.ts'
import type { Row } from './query.ts'

/** A report as the database keeps it: the facts the rules look at, and what people wrote. */
export interface ReportRecord {
  id: number
  facts: ReportFacts
  headHash: string
  text: string
  answers: Record<string, string | boolean>
  questions: StoredQuestion[]
  place: { lat: number; lng: number } | null
  address: string | null
  caseSlug: string | null
  /** Why a person should look at it before anything is done. */
  heldReason: HeldReason | null
  createdAt: number
  updatedAt: number
  /** Names in the reader's language. */
  names: {
    category: string
    district: string
    station: string | null
    body: string | null
    deputy: string | null
  }
  coBodies: { code: string; name: string }[]
  /** State of the report that this one follows or was answered with. */
  leadState: ReportFacts['state'] | null
  /** Numbers of the reports that follow this one, oldest first. */
  followers: string[]
  /** How many others have met it. */
  joins: number
}

/** A category's own question, in all languages. */
export interface StoredQuestion {
  code: string
  label: string
  labelHant: string
  labelEn: string
  type: 'choice' | 'text' | 'yesno'
  required: boolean
  options?: { code: string; label: string; labelHant: string; labelEn: string }[]
}

const NAME_COLUMN = { 'zh-hans': 'name', 'zh-hant': 'name_hant', en: 'name_en' } as const

/** The column that holds a name in that language; what has no English name keeps its Chinese one. */
export function nameColumn(locale: Locale, hasEnglish: boolean): string {
  return locale === 'en' && !hasEnglish ? 'name' : NAME_COLUMN[locale]
}

function bool(value: unknown): boolean {
  return value === 1
}

function boolOrNull(value: unknown): boolean | null {
  return value === null ? null : value === 1
}

/** The facts of a row of `report` joined with its category's `evidence_required`. */
export function readFacts(row: Row): ReportFacts {
  return {
    number: row.number as string,
    channel: row.channel as ReportFacts['channel'],
    state: row.state as ReportFacts['state'],
    version: row.version as number,
    round: row.round as number,
    stationNumber: row.station_number as string | null,
    districtCode: row.district_code as string,
    categoryCode: row.category_code as string,
    evidenceRequired: bool(row.evidence_required),
    consentPublic: bool(row.consent_public),
    reporterId: row.reporter_id as string | null,
    filerDeputyId: row.filer_deputy_id as string | null,
    bodyCode: row.body_code as string | null,
    coBodyCodes: JSON.parse(row.co_body_codes as string) as string[],
    deputyId: row.deputy_id as string | null,
    complexity: row.complexity as ReportFacts['complexity'],
    holderType: row.holder_type as ReportFacts['holderType'],
    holderCode: row.holder_code as string | null,
    dueAt: row.due_at as number | null,
    remindAt: row.remind_at as number | null,
    escalateAt: row.escalate_at as number | null,
    overdueLevel: row.overdue_level as ReportFacts['overdueLevel'],
    promisedAt: row.promised_at as number,
    promisedProvisional: bool(row.promised_provisional),
    waitingSince: row.waiting_since as number | null,
    bounces: row.bounces as number,
    adjudicated: bool(row.adjudicated),
    declinedBy: row.declined_by as string | null,
    appealed: bool(row.appealed),
    finishedBy: row.finished_by as string | null,
    escalated: bool(row.escalated),
    leadNumber: row.lead_number as string | null,
    mergedFrom: row.merged_from as ReportFacts['mergedFrom'],
    extension: row.extension as ReportFacts['extension'],
    extensionDays: row.extension_days as number | null,
    supervision: row.supervision as ReportFacts['supervision'],
    orderText: row.order_text as string | null,
    orderDueAt: row.order_due_at as number | null,
    isPublic: bool(row.is_public),
    publicText: row.public_text as string | null,
    ratedAnswered: boolOrNull(row.rated_answered),
    ratedSolved: boolOrNull(row.rated_solved),
    ratedSatisfied: boolOrNull(row.rated_satisfied),
    anonymisedAt: row.anonymised_at as number | null,
  }
}

/** Where it is, in degrees. */
export function readPlace(row: Row): { lat: number; lng: number } | null {
  const lat = row.lat_e6 as number | null
  const lng = row.lng_e6 as number | null
  return lat === null || lng === null ? null : { lat: lat / 1e6, lng: lng / 1e6 }
}

/** A row of the query in `reports.ts`. */
export function readReport(row: Row): ReportRecord {
  return {
    id: row.id as number,
    facts: readFacts(row),
    headHash: row.head_hash as string,
    text: row.text as string,
    answers: JSON.parse(row.answers as string) as ReportRecord['answers'],
    questions: JSON.parse(row.questions as string) as StoredQuestion[],
    place: readPlace(row),
    address: row.address as string | null,
    caseSlug: row.case_slug as string | null,
    heldReason: row.held_reason as HeldReason | null,
    createdAt: row.created_at as number,
    updatedAt: row.updated_at as number,
    names: {
      category: row.category_name as string,
      district: row.district_name as string,
      station: row.station_name as string | null,
      body: row.body_name as string | null,
      deputy: row.deputy_name as string | null,
    },
    coBodies: JSON.parse((row.co_bodies as string | null) ?? '[]') as ReportRecord['coBodies'],
    leadState: row.lead_state as ReportRecord['leadState'],
    followers: JSON.parse((row.followers as string | null) ?? '[]') as string[],
    joins: (row.joins as number | undefined) ?? 0,
  }
}

/** Facts as the event's `changes` column keeps them: the row's column names, booleans as 0 and 1. */
export function changesToColumns(changes: Changes | TopicChanges): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([fact, value]) => [
      fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      typeof value === 'boolean' ? Number(value) : value,
    ]),
  )
}

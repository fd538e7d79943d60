import type { HolderType } from '../../shared/domain/report-state.ts'
import { cellsAround } from './map-cells.ts'

/** What a list is narrowed to; every part may be missing. Times in milliseconds. */
export interface ListFilter {
  /** Any of these. */
  states?: readonly string[] | undefined
  category?: string | undefined
  district?: string | undefined
  station?: string | undefined
  body?: string | undefined
  channel?: string | undefined
  supervision?: string | undefined
  caseSlug?: string | undefined
  overdueAt?: number | undefined
  orderOverdueAt?: number | undefined
  /** Any of these has it now. */
  holderType?: readonly HolderType[] | undefined
  holderCode?: string | undefined
  overdueLevel?: string | undefined
  minBounces?: number | undefined
  minRound?: number | undefined
  wasSentBack?: true | undefined
  /** Nothing has happened for so many whole working days before `today`, `YYYY-MM-DD`. */
  quiet?: { days: number; today: string } | undefined
  /** Somebody still has to act. */
  isOpen?: true | undefined
  /** Words of the text or place, or a whole number. */
  words?: string | undefined
  /** Of whoever left a telephone number that one of these stands for. */
  phoneHashes?: readonly string[] | undefined
  near?: { lat: number; lng: number } | undefined
  from?: number | undefined
  to?: number | undefined
}

/** About a kilometre. */
const NEAR_CELLS = 5

/** What a report is about and where, in either script and in English: who looks for 路燈 means what others wrote of as 路灯. */
const KIND_AND_DISTRICT = `
  coalesce((SELECT name || ' ' || name_hant || ' ' || name_en FROM category WHERE code = report.category_code), '') || ' ' ||
  coalesce((SELECT name || ' ' || name_hant || ' ' || name_en FROM district WHERE code = report.district_code), '')`

/** Where words are looked for. In public, only in what is published: a hit in the rest would tell what it says. */
const WORDS_IN = {
  public: `instr(lower(coalesce(report.public_text, report.text) || ' ' || report.number || ' ' || ${KIND_AND_DISTRICT}), lower(?))`,
  private: `instr(lower(report.text || ' ' || coalesce(report.address, '') || ' ' || report.number || ' ' || ${KIND_AND_DISTRICT}), lower(?))`,
} as const
export type WordsIn = keyof typeof WORDS_IN

/**
 * The beginning of the last working day but `days` that has wholly passed, in milliseconds: what last happened before it
 * has been quiet for so long. The rule is `workingDaysBetween`; a test holds the two equal.
 */
const QUIET_SINCE = `(
  WITH RECURSIVE asked AS (SELECT ? AS given),
    past (date) AS (
      SELECT date(given ->> '$.today', '-1 day') FROM asked
      UNION ALL
      SELECT date(date, '-1 day') FROM past LIMIT 400
    )
  SELECT (unixepoch(past.date) - 8 * 3600) * 1000
  FROM past LEFT JOIN calendar_day USING (date)
  WHERE coalesce(calendar_day.kind, iif(strftime('%w', past.date) IN ('0', '6'), 'holiday', 'workday')) = 'workday'
  ORDER BY past.date DESC LIMIT 1 OFFSET (SELECT (given ->> '$.days') - 1 FROM asked)
)`

const SENT_BACK = `EXISTS (
  SELECT 1 FROM report_event WHERE report_event.report_id = report.id AND report_event.action = 'send_back'
)`

/** Conditions with their parameters, in order. */
export interface Conditions {
  parts: string[]
  params: unknown[]
  /** A condition with one parameter; none when that is undefined. */
  add: (sql: string, value: unknown) => void
}

function noConditions(): Conditions {
  const parts: string[] = []
  const params: unknown[] = []
  const add = (sql: string, value: unknown) => {
    if (value === undefined) return
    parts.push(sql)
    params.push(value)
  }
  return { parts, params, add }
}

const listOrNone = (values: readonly unknown[] | undefined) => values && JSON.stringify(values)

/** What a supervisor looks for: who has it, and what went wrong on the way. */
function addCourse({ parts, add }: Conditions, filter: ListFilter): void {
  add('report.holder_type IN (SELECT value FROM json_each(?))', listOrNone(filter.holderType))
  add('report.holder_code = ?', filter.holderCode)
  add('report.overdue_level = ?', filter.overdueLevel)
  add('report.due_at < ?', filter.overdueAt)
  add('report.order_due_at < ?', filter.orderOverdueAt)
  add('report.bounces >= ?', filter.minBounces)
  add('report.round >= ?', filter.minRound)
  if (filter.wasSentBack) parts.push(SENT_BACK)
  add(`report.updated_at < ${QUIET_SINCE}`, filter.quiet && JSON.stringify(filter.quiet))
  if (filter.isOpen) parts.push('report.holder_type IS NOT NULL')
}

/** The conditions of a filter, to be joined by AND. */
export function conditionsOf(filter: ListFilter, view: WordsIn): Conditions {
  const conditions = noConditions()
  const { add } = conditions
  add('report.state IN (SELECT value FROM json_each(?))', listOrNone(filter.states))
  add('report.category_code = ?', filter.category)
  add('report.district_code = ?', filter.district)
  add('report.station_number = ?', filter.station)
  add('report.body_code = ?', filter.body)
  add('report.channel = ?', filter.channel)
  add('report.supervision = ?', filter.supervision)
  add('report.case_slug = ?', filter.caseSlug)
  add(WORDS_IN[view], filter.words)
  const cells = filter.near && JSON.stringify(cellsAround(filter.near, NEAR_CELLS))
  add('report.cell IN (SELECT value FROM json_each(?))', cells)
  add('report.phone_hash IN (SELECT value FROM json_each(?))', listOrNone(filter.phoneHashes))
  add('report.created_at >= ?', filter.from)
  add('report.created_at < ?', filter.to)
  addCourse(conditions, filter)
  return conditions
}

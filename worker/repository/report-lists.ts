import type { HeldReason } from '../../shared/domain/limits.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import type { HolderType, ReportFacts } from '../../shared/domain/report-state.ts'
import { cellsAround } from './map-cells.ts'
import { many, type Database, type Query, type Row } from './query.ts'
import { nameColumn } from './report-columns.ts'

/** What a list is narrowed to; every part may be missing. Times in milliseconds. */
export interface ListFilter {
  state?: string | undefined
  category?: string | undefined
  district?: string | undefined
  station?: string | undefined
  body?: string | undefined
  channel?: string | undefined
  supervision?: string | undefined
  overdueAt?: number | undefined
  /** Words of the text or place, or a whole number. */
  words?: string | undefined
  near?: { lat: number; lng: number } | undefined
  from?: number | undefined
  to?: number | undefined
}

/** Where a page begins: after the row with this id (and, by due time, this due time). */
export interface ListPosition {
  id: number
  dueAt: number
}

export interface ListOrder {
  sort: 'new' | 'due'
  after: ListPosition | null
  limit: number
}

/** One row of a list, with the names of its reader's language. */
export interface ListedReport {
  id: number
  number: string
  channel: ReportFacts['channel']
  state: ReportFacts['state']
  round: number
  version: number
  categoryCode: string
  text: string
  publicText: string | null
  districtCode: string
  stationNumber: string | null
  holderType: HolderType | null
  holderCode: string | null
  address: string | null
  photoId: string | null
  publicPhotoId: string | null
  dueAt: number | null
  promisedAt: number
  bounces: number
  overdueLevel: ReportFacts['overdueLevel']
  supervision: ReportFacts['supervision']
  isPublic: boolean
  heldReason: HeldReason | null
  createdAt: number
  updatedAt: number
  names: {
    category: string
    district: string
    station: string | null
    body: string | null
    deputy: string | null
  }
}

/**
 * Which reports a session's account may list. One statement a role: only that of the caller's own role finds
 * a row in `me`, so that each can walk its own index.
 */
const SCOPES = {
  visible: [
    `me.role = 'station' AND report.station_number = me.station_number`,
    `me.role = 'body' AND report.body_code = me.body_code`,
    `me.role = 'body' AND report.id IN (SELECT report_id FROM report_co_body WHERE body_code = me.body_code)`,
    `me.role = 'deputy' AND report.station_number = me.station_number`,
    `me.role = 'deputy' AND report.deputy_id = me.deputy_id`,
    `me.role = 'supervisor' AND report.district_code = me.district_code`,
    `me.role = 'supervisor' AND me.district_code IS NULL`,
    `me.role IN ('resident', 'admin') AND report.reporter_id = me.id`,
  ],
  inbox: [
    `me.role = 'station' AND report.holder_type = 'station' AND report.holder_code = me.station_number`,
    // The body works on, but its request for more time waits for the station.
    `me.role = 'station' AND report.station_number = me.station_number
       AND report.state = 'in_progress' AND report.extension = 'asked'`,
    // Overdue elsewhere and brought here: the station must push, then the supervisor.
    `me.role = 'station' AND report.station_number = me.station_number AND report.overdue_level = 'station'`,
    `me.role = 'body' AND report.holder_type = 'body' AND report.holder_code = me.body_code`,
    `me.role = 'deputy' AND report.holder_type = 'deputy' AND report.holder_code = me.deputy_id`,
    `me.role = 'supervisor' AND me.district_code IS NULL AND report.holder_type IN ('desk', 'supervisor')`,
    `me.role = 'supervisor' AND report.holder_type IN ('desk', 'supervisor') AND report.holder_code = me.district_code`,
    `me.role = 'supervisor' AND me.district_code IS NULL AND report.overdue_level = 'supervisor'`,
    `me.role = 'supervisor' AND report.overdue_level = 'supervisor' AND report.district_code = me.district_code`,
    `me.role = 'resident' AND report.reporter_id = me.id AND report.holder_type = 'reporter'`,
  ],
  mine: ['report.reporter_id = me.id'],
} as const

function readListed(row: Row): ListedReport {
  return {
    id: row.id as number,
    number: row.number as string,
    channel: row.channel as ListedReport['channel'],
    state: row.state as ListedReport['state'],
    round: row.round as number,
    version: row.version as number,
    categoryCode: row.category_code as string,
    text: row.text as string,
    publicText: row.public_text as string | null,
    districtCode: row.district_code as string,
    stationNumber: row.station_number as string | null,
    holderType: row.holder_type as HolderType | null,
    holderCode: row.holder_code as string | null,
    address: row.address as string | null,
    photoId: row.photo_id as string | null,
    publicPhotoId: row.public_photo_id as string | null,
    dueAt: row.due_at as number | null,
    promisedAt: row.promised_at as number,
    bounces: row.bounces as number,
    overdueLevel: row.overdue_level as ListedReport['overdueLevel'],
    supervision: row.supervision as ListedReport['supervision'],
    isPublic: row.is_public === 1,
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
  }
}

/** About a kilometre. */
const NEAR_CELLS = 5

/** Where words are looked for. In public, only in what is published: a hit in the rest would tell what it says. */
const WORDS_IN = {
  public: "instr(coalesce(report.public_text, report.text) || ' ' || report.number, ?)",
  private: "instr(report.text || ' ' || coalesce(report.address, '') || ' ' || report.number, ?)",
} as const

function conditionsOf(
  filter: ListFilter,
  order: ListOrder,
  view: keyof typeof WORDS_IN,
): { sql: string; params: unknown[] } {
  const parts: string[] = []
  const params: unknown[] = []
  const add = (sql: string, value: unknown) => {
    if (value === undefined) return
    parts.push(sql)
    params.push(value)
  }
  add('report.state = ?', filter.state)
  add('report.category_code = ?', filter.category)
  add('report.district_code = ?', filter.district)
  add('report.station_number = ?', filter.station)
  add('report.body_code = ?', filter.body)
  add('report.channel = ?', filter.channel)
  add('report.supervision = ?', filter.supervision)
  add('report.due_at < ?', filter.overdueAt)
  add(WORDS_IN[view], filter.words)
  const cells = filter.near && JSON.stringify(cellsAround(filter.near, NEAR_CELLS))
  add('report.cell IN (SELECT value FROM json_each(?))', cells)
  add('report.created_at >= ?', filter.from)
  add('report.created_at < ?', filter.to)
  if (order.sort === 'due') parts.push('report.due_at IS NOT NULL')
  if (order.after && order.sort === 'due') {
    parts.push('(report.due_at, report.id) > (?, ?)')
    params.push(order.after.dueAt, order.after.id)
  } else if (order.after) {
    add('report.id < ?', order.after.id)
  }
  return { sql: parts.length > 0 ? ` AND ${parts.join(' AND ')}` : '', params }
}

function listQuery(
  db: Database,
  locale: Locale,
  source: { view: keyof typeof WORDS_IN; with: string; from: string; where: string; params: unknown[] },
  filter: ListFilter,
  order: ListOrder,
): Query<ListedReport[]> {
  const tri = nameColumn(locale, true)
  const two = nameColumn(locale, false)
  const conditions = conditionsOf(filter, order, source.view)
  const statement = db
    .prepare(
      `${source.with} SELECT report.*, category.${tri} AS category_name, district.${tri} AS district_name,
         station.${two} AS station_name, body.${tri} AS body_name, deputy.${two} AS deputy_name,
         (SELECT photo_id FROM report_photo WHERE report_id = report.id ORDER BY seq, ordinal LIMIT 1) AS photo_id,
         (SELECT photo_id FROM report_photo WHERE report_id = report.id AND is_public = 1
          ORDER BY seq, ordinal LIMIT 1) AS public_photo_id
       FROM ${source.from}
       JOIN category ON category.code = report.category_code
       JOIN district ON district.code = report.district_code
       LEFT JOIN station ON station.number = report.station_number
       LEFT JOIN body ON body.code = report.body_code
       LEFT JOIN deputy ON deputy.id = coalesce(report.deputy_id, report.filer_deputy_id)
       WHERE ${source.where}${conditions.sql}
       ORDER BY ${order.sort === 'due' ? 'report.due_at, report.id' : 'report.id DESC'} LIMIT ?`,
    )
    .bind(...source.params, ...conditions.params, order.limit)
  return many(statement, readListed)
}

/** Published reports. */
export function publicReports(db: Database, locale: Locale, filter: ListFilter, order: ListOrder) {
  return listQuery(
    db,
    locale,
    { view: 'public', with: '', from: 'report', where: 'report.is_public = 1', params: [] },
    filter,
    order,
  )
}

/** The reports of a session's account: one query a way in which they can be its own; their results are to be merged. */
export function reportsOfSession(
  db: Database,
  locale: Locale,
  scope: keyof typeof SCOPES,
  session: { tokenHash: string; now: number },
  filter: ListFilter,
  order: ListOrder,
): Query<ListedReport[]>[] {
  const me = `WITH me AS (
    SELECT account.* FROM session JOIN account ON account.id = session.account_id
    WHERE session.token_hash = ? AND session.expires_at > ? AND account.disabled_at IS NULL
  )`
  const params = [session.tokenHash, session.now]
  // CROSS JOIN keeps the order: the one account first, then its reports by index.
  return SCOPES[scope].map((where) =>
    listQuery(
      db,
      locale,
      { view: 'private', with: me, from: 'me CROSS JOIN report', where, params },
      filter,
      order,
    ),
  )
}

import type { HeldReason } from '../../shared/domain/limits.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import type { HolderType, ReportFacts } from '../../shared/domain/report-state.ts'
import { many, type Database, type Query, type Row } from './query.ts'
import { nameColumn, readPlace } from './report-columns.ts'
import { conditionsOf, type Conditions, type ListFilter, type WordsIn } from './report-conditions.ts'
import { JOINS } from './report-joins.ts'
import { OFFICE_SCOPES } from './report-scope.ts'

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
  place: { lat: number; lng: number } | null
  photoId: string | null
  publicPhotoId: string | null
  dueAt: number | null
  promisedAt: number
  bounces: number
  joins: number
  overdueLevel: ReportFacts['overdueLevel']
  supervision: ReportFacts['supervision']
  isPublic: boolean
  anonymisedAt: number | null
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
export const SCOPES = {
  visible: [...OFFICE_SCOPES, `me.role IN ('resident', 'admin') AND report.reporter_id = me.id`],
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
  // A deputy's own marks. Who has moved to another station has left these behind as well.
  watched: [
    `me.role = 'deputy' AND report.station_number = me.station_number AND report.supervision <> 'none'
       AND report.id IN (SELECT report_id FROM report_event
         WHERE actor_id = me.id AND actor_role = 'deputy' AND action = 'watch')`,
  ],
} as const

/** Whose reports: all that the office may see, those that wait for it, those that the account filed. */
export type OwnScope = keyof typeof SCOPES

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
    place: readPlace(row),
    photoId: row.photo_id as string | null,
    publicPhotoId: row.public_photo_id as string | null,
    dueAt: row.due_at as number | null,
    promisedAt: row.promised_at as number,
    bounces: row.bounces as number,
    joins: row.joins as number,
    overdueLevel: row.overdue_level as ListedReport['overdueLevel'],
    supervision: row.supervision as ListedReport['supervision'],
    isPublic: row.is_public === 1,
    anonymisedAt: row.anonymised_at as number | null,
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

/** Where a page begins. */
function positionIn(order: ListOrder, { parts, params, add }: Conditions): void {
  if (order.sort === 'due') parts.push('report.due_at IS NOT NULL')
  if (order.after && order.sort === 'due') {
    parts.push('(report.due_at, report.id) > (?, ?)')
    params.push(order.after.dueAt, order.after.id)
  } else if (order.after) {
    add('report.id < ?', order.after.id)
  }
}

function listQuery(
  db: Database,
  locale: Locale,
  source: { view: WordsIn; with: string; from: string; where: string; params: unknown[] },
  filter: ListFilter,
  order: ListOrder,
): Query<ListedReport[]> {
  const tri = nameColumn(locale, true)
  const two = nameColumn(locale, false)
  const conditions = conditionsOf(filter, source.view)
  positionIn(order, conditions)
  const statement = db
    .prepare(
      `${source.with} SELECT report.*, category.${tri} AS category_name, district.${tri} AS district_name,
         station.${two} AS station_name, body.${tri} AS body_name, deputy.${two} AS deputy_name, ${JOINS},
         (SELECT photo_id FROM report_photo WHERE report_id = report.id ORDER BY seq, ordinal LIMIT 1) AS photo_id,
         (SELECT photo_id FROM report_photo WHERE report_id = report.id AND is_public = 1
          ORDER BY seq, ordinal LIMIT 1) AS public_photo_id
       FROM ${source.from}
       JOIN category ON category.code = report.category_code
       JOIN district ON district.code = report.district_code
       LEFT JOIN station ON station.number = report.station_number
       LEFT JOIN body ON body.code = report.body_code
       LEFT JOIN deputy ON deputy.id = coalesce(report.deputy_id, report.filer_deputy_id)
       WHERE ${[source.where, ...conditions.parts].join(' AND ')}
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

/** The account whose session it is; parameters: the token's hash, now. */
export const ME = `WITH me AS (
  SELECT account.* FROM session JOIN account ON account.id = session.account_id
  WHERE session.token_hash = ? AND session.expires_at > ? AND account.disabled_at IS NULL
)`

/** The reports of a session's account: one query a way in which they can be its own; their results are to be merged. */
export function reportsOfSession(
  db: Database,
  locale: Locale,
  scope: OwnScope,
  session: { tokenHash: string; now: number },
  filter: ListFilter,
  order: ListOrder,
): Query<ListedReport[]>[] {
  const params = [session.tokenHash, session.now]
  // CROSS JOIN keeps the order: the one account first, then its reports by index.
  return SCOPES[scope].map((where) =>
    listQuery(
      db,
      locale,
      { view: 'private', with: ME, from: 'me CROSS JOIN report', where, params },
      filter,
      order,
    ),
  )
}

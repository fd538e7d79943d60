import type * as z from 'zod/mini'
import type { ReportList, ReportRow, reportListQuery } from '../../../shared/contract/report.ts'
import { isStaff, type Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { withoutPersonal } from '../../../shared/domain/personal-patterns.ts'
import type { Switch } from '../../../shared/domain/switches.ts'
import type { View } from '../../../shared/domain/report-relations.ts'
import { cityDate, endOfCityDay, startOfCityDay } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import {
  publicReports,
  reportsOfSession,
  type ListedReport,
  type ListOrder,
  type ListPosition,
} from '../../repository/report-lists.ts'
import type { ListFilter } from '../../repository/report-conditions.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { switchedOff } from '../../repository/switches.ts'
import { requireOn } from '../switch/require-on.ts'
import { withActor } from '../session/with-actor.ts'
import { rowFor } from './fields-shown.ts'
import { publicPlace } from './public-place.ts'
import { holderName } from './present.ts'
import { photoLinks } from './present-photos.ts'
import { iso } from './present-time.ts'

type ListRequest = z.output<typeof reportListQuery>
/** What a list is narrowed to, however it is cut into pages. */
export type ListConditions = Omit<ListRequest, 'scope' | 'sort' | 'cursor' | 'limit'>

/** The due time in a cursor: 0 stands for none, as rows by due time always have one. */
function cursorOf(row: ListedReport): string {
  return encodeCursor([row.id, row.dueAt ?? 0])
}

function positionOf(cursor: string | undefined): ListPosition | null {
  if (cursor === undefined) return null
  const [id, dueAt] = decodeCursor(cursor, ['number', 'number'])
  return { id, dueAt }
}

const isDate = (given: string) => !given.includes('T')
const startOf = (given: string) => (isDate(given) ? startOfCityDay(given) : Date.parse(given))
/** The first millisecond that is not asked for any more. */
const endOf = (given: string) => (isDate(given) ? endOfCityDay(given) + 1 : Date.parse(given))

/** The repository's filter of a request's: an unset flag is no condition. */
export function filterOf(ctx: Pick<Context, 'now'>, input: ListConditions): ListFilter {
  const { state, overdue, orderOverdue, open, sentBack, quietDays, q, from, to, ...same } = input
  return {
    ...same,
    states: state,
    caseSlug: input.case,
    words: q,
    isOpen: open || undefined,
    wasSentBack: sentBack || undefined,
    quiet: quietDays === undefined ? undefined : { days: quietDays, today: cityDate(ctx.now()) },
    overdueAt: overdue ? ctx.now() : undefined,
    orderOverdueAt: orderOverdue ? ctx.now() : undefined,
    from: from === undefined ? undefined : startOf(from),
    to: to === undefined ? undefined : endOf(to),
  }
}

async function thumbOf(ctx: Context, row: ListedReport, view: View): Promise<string | null> {
  const photoId = view === 'public' ? row.publicPhotoId : row.photoId
  return photoId === null
    ? null
    : (await photoLinks(ctx, photoId, view === 'public' ? 'public' : 'staff')).thumb
}

/** One row as its reader may see it. */
export async function presentRow(ctx: Context, row: ListedReport, view: View): Promise<ReportRow> {
  const moment = (at: number | null) => (at === null ? null : iso(at))
  return rowFor(view, {
    number: row.number,
    channel: row.channel,
    state: row.state,
    round: row.round,
    version: row.version,
    category: { code: row.categoryCode, name: row.names.category },
    text: view === 'public' ? (row.publicText ?? withoutPersonal(row.text)) : row.text,
    district: { code: row.districtCode, name: row.names.district },
    station: row.stationNumber === null ? null : { number: row.stationNumber, name: row.names.station ?? '' },
    holder: row.holderType && {
      type: row.holderType,
      code: row.holderCode,
      name: holderName(ctx.locale, row.holderType, row.names),
    },
    address: row.address,
    place: row.place && (view === 'public' ? publicPlace(row.place) : row.place),
    photo: await thumbOf(ctx, row, view),
    dueAt: moment(row.dueAt),
    promisedAt: iso(row.promisedAt),
    bounces: row.bounces,
    joins: row.joins,
    overdueLevel: row.overdueLevel,
    supervision: row.supervision,
    public: row.isPublic,
    anonymised: row.anonymisedAt !== null,
    // A mark for the office that looks at a report first; gone when somebody has.
    ...(row.heldReason && row.state === 'submitted' && { heldReason: row.heldReason }),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  })
}

/** A row for somebody who may read the whole report. */
export function presentOwnRow(ctx: Context, row: ListedReport, actor: Actor): Promise<ReportRow> {
  return presentRow(ctx, row, isStaff(actor) ? 'staff' : 'reporter')
}

/** Merges what the statements found: without repeats, in order, one row more than the page to know of a next one. */
export function mergeRows(found: ListedReport[][], { sort, limit }: ListOrder): ListedReport[] {
  const byId = new Map(found.flat().map((row) => [row.id, row]))
  const compare =
    sort === 'due'
      ? (a: ListedReport, b: ListedReport) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.id - b.id
      : (a: ListedReport, b: ListedReport) => b.id - a.id
  return [...byId.values()].sort(compare).slice(0, limit)
}

function defaultScope(ctx: Context): NonNullable<ListRequest['scope']> {
  return ctx.credentials.tokenHash === null ? 'public' : 'visible'
}

/**
 * A page of reports: public ones for anyone, one's own, those that wait for one, or all that one may see.
 *
 * @throws AppError `UNAUTHENTICATED` when a private list is asked for without a session, `VALIDATION_FAILED` for a bad cursor,
 *   `SWITCHED_OFF` for public ones
 */
export async function listReports(ctx: Context, input: ListRequest): Promise<ReportList> {
  const scope = input.scope ?? defaultScope(ctx)
  const filter = filterOf(ctx, input)
  const order: ListOrder = { sort: input.sort, after: positionOf(input.cursor), limit: input.limit + 1 }
  const { tokenHash } = ctx.credentials
  if (scope !== 'public' && tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const queries =
    scope === 'public' || tokenHash === null
      ? [publicReports(ctx.db, ctx.locale, filter, order)]
      : reportsOfSession(ctx.db, ctx.locale, scope, { tokenHash, now: ctx.now() }, filter, order)
  const { actor, answers } = await withActor(ctx, [switchedOff(ctx.db), ...queries])
  const [off, ...found] = answers as [ReadonlySet<Switch>, ...ListedReport[][]]
  if (scope === 'public') requireOn(off, 'public-list')
  const rows = mergeRows(found, order)
  const { page, last } = cutPage(rows, input.limit)
  const shown = (row: ListedReport) =>
    scope === 'public' ? presentRow(ctx, row, 'public') : presentOwnRow(ctx, row, actor)
  return {
    items: await Promise.all(page.map(shown)),
    nextCursor: last && cursorOf(last),
  }
}

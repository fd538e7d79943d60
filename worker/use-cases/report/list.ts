import type * as z from 'zod/mini'
import type { ReportList, ReportRow, reportListQuery } from '../../../shared/contract/report.ts'
import { isStaff, type Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import {
  publicReports,
  reportsOfSession,
  type ListedReport,
  type ListFilter,
  type ListOrder,
  type ListPosition,
} from '../../repository/report-lists.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'
import { holderName, photoLinks } from './present.ts'
import { iso } from './present-time.ts'

type ListRequest = z.output<typeof reportListQuery>

/** The due time in a cursor: 0 stands for none, as rows by due time always have one. */
function cursorOf(row: ListedReport): string {
  return encodeCursor([row.id, row.dueAt ?? 0])
}

function positionOf(cursor: string | undefined): ListPosition | null {
  if (cursor === undefined) return null
  const [id, dueAt] = decodeCursor(cursor, ['number', 'number'])
  return { id, dueAt }
}

function filterOf(ctx: Context, input: ListRequest): ListFilter {
  const { state, category, district, station, body, channel, supervision, overdue, q, near, from, to } = input
  return {
    state,
    category,
    district,
    station,
    body,
    channel,
    supervision,
    words: q,
    near,
    overdueAt: overdue ? ctx.now() : undefined,
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  }
}

async function thumbOf(
  ctx: Context,
  photoId: string | null,
  view: 'public' | 'staff',
): Promise<string | null> {
  return photoId === null ? null : (await photoLinks(ctx, photoId, view)).thumb
}

/** One row as its reader may see it. */
export async function presentRow(
  ctx: Context,
  row: Omit<ListedReport, 'heldReason'>,
  isPublicView: boolean,
): Promise<ReportRow> {
  const thumb = isPublicView ? thumbOf(ctx, row.publicPhotoId, 'public') : thumbOf(ctx, row.photoId, 'staff')
  const moment = (at: number | null) => (at === null ? null : iso(at))
  return {
    number: row.number,
    channel: row.channel,
    state: row.state,
    round: row.round,
    version: row.version,
    category: { code: row.categoryCode, name: row.names.category },
    text: isPublicView ? (row.publicText ?? row.text) : row.text,
    district: { code: row.districtCode, name: row.names.district },
    station: row.stationNumber === null ? null : { number: row.stationNumber, name: row.names.station ?? '' },
    holder: row.holderType && {
      type: row.holderType,
      code: row.holderCode,
      name: holderName(ctx.locale, row.holderType, row.names),
    },
    address: isPublicView ? null : row.address,
    photo: await thumb,
    dueAt: moment(row.dueAt),
    promisedAt: iso(row.promisedAt),
    bounces: row.bounces,
    overdueLevel: row.overdueLevel,
    supervision: row.supervision,
    public: row.isPublic,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  }
}

/** A mark for the office that looks at a report first; gone when somebody has. Whoever filed it does not see it. */
function holdShown({ heldReason, state }: ListedReport, actor: Actor): Pick<ReportRow, 'heldReason'> {
  return heldReason && state === 'submitted' && isStaff(actor) ? { heldReason } : {}
}

/** Merges what the statements found: without repeats, in order, one row more than the page to know of a next one. */
function mergeRows(found: ListedReport[][], { sort, limit }: ListOrder): ListedReport[] {
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
 * @throws AppError `UNAUTHENTICATED` when a private list is asked for without a session, `VALIDATION_FAILED` for a bad cursor
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
  const { actor, answers } = await withActor(ctx, queries)
  const rows = mergeRows(answers, order)
  const { page, last } = cutPage(rows, input.limit)
  const shown = async (row: ListedReport) =>
    scope === 'public'
      ? presentRow(ctx, row, true)
      : { ...(await presentRow(ctx, row, false)), ...holdShown(row, actor) }
  return {
    items: await Promise.all(page.map(shown)),
    nextCursor: last && cursorOf(last),
  }
}

import type { ExportPiece } from '../../../shared/contract/report-lists.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { exportWordsIn } from '../../locale/export-words.ts'
import { reportsOfSession, type ListOrder } from '../../repository/report-lists.ts'
import { CSV_BEGINNING, csvLines } from '../csv.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'
import { readPass } from './export-pass.ts'
import { exportRow } from './export-row.ts'
import { filterOf, mergeRows } from './list.ts'

/** Few enough for the memory and the time of one request, enough for a city's year in a few dozen. */
const PIECE = 500

/**
 * The next rows of an export, latest first, as the caller's office may read them at this moment: who has lost the
 * office meanwhile gets no more.
 *
 * @throws AppError `NOT_FOUND` for a pass that is forged, expired or somebody else's, `VALIDATION_FAILED` for a bad cursor
 */
export async function readExportPiece(ctx: Context, pass: string, after?: string): Promise<ExportPiece> {
  const list = await readPass(ctx, pass)
  const [id] = after === undefined ? [null] : decodeCursor(after, ['number'])
  const order: ListOrder = { sort: 'new', after: id === null ? null : { id, dueAt: 0 }, limit: PIECE + 1 }
  const session = { tokenHash: ctx.credentials.tokenHash ?? '', now: ctx.now() }
  const queries = list
    ? reportsOfSession(ctx.db, ctx.locale, list.scope, session, filterOf(ctx, list.conditions), order)
    : []
  const { actor, answers } = await withActor(ctx, queries)
  if (!list || list.accountId !== actor.id) throw new AppError('NOT_FOUND')
  const { page, last } = cutPage(mergeRows(answers, order), PIECE)
  const { columns } = exportWordsIn(ctx.locale)
  const beginning = after === undefined ? CSV_BEGINNING + csvLines([columns]) : ''
  return {
    csv: beginning + csvLines(page.map((row) => exportRow(ctx.locale, row))),
    rows: page.length,
    nextCursor: last && encodeCursor([last.id]),
  }
}

import type { ProblemNoteList, ProblemNoteListQuery } from '../../../shared/contract/problem-note.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { notesOfSession } from '../../repository/problem-notes.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'
import { noteShown } from './note-shown.ts'

/**
 * A page of what the deputy has noted, latest first, with what the supervisor made of it.
 *
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `VALIDATION_FAILED` for a bad cursor
 */
export async function listProblemNotes(ctx: Context, query: ProblemNoteListQuery): Promise<ProblemNoteList> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const [before] =
    query.cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(query.cursor, ['number'])
  const session = { tokenHash, now: ctx.now() }
  const { answers } = await withActor(ctx, [
    notesOfSession(ctx.db, ctx.locale, session, { before, limit: query.limit + 1 }),
  ])
  const { page, last } = cutPage(answers[0], query.limit)
  return { items: page.map(noteShown), nextCursor: last && encodeCursor([last.row]) }
}

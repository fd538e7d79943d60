import { AppError } from '../../../shared/domain/errors.ts'
import { parseCode } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import { dismissSuggestionOfSession } from '../../repository/cluster-lists.ts'
import { dismissNote } from '../../repository/problem-notes.ts'
import { runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'

/**
 * Puts a suggestion aside until at least two reports more have joined it; a deputy's note for good, which they are
 * told. Doing it twice is no error.
 *
 * @param typed the suggestion's id
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `NOT_FOUND` for one that is not there or not theirs
 */
export async function dismissSuggestion(ctx: Context, typed: string): Promise<{ dismissed: true }> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const session = { tokenHash, now: ctx.now() }
  const id = parseCode(typed) ?? ''
  const { actor, answers } = await withActor(ctx, [
    dismissSuggestionOfSession(ctx.db, session, id),
    dismissNote(ctx.db, session, id),
  ])
  const [isGroup, note] = answers
  if (!isGroup && note === null) throw new AppError('NOT_FOUND')
  if (note?.isNew) {
    await runBatch(ctx.db, [auditEntry(ctx, actor, 'problem.dismissed', { subject: `problem-note:${id}` })])
  }
  return { dismissed: true }
}

import { AppError } from '../../../shared/domain/errors.ts'
import { parseCode } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import { dismissSuggestionOfSession } from '../../repository/cluster-lists.ts'
import { withActor } from '../session/with-actor.ts'
import { requireSupervisor } from './topic-readers.ts'

/**
 * Puts a suggestion aside until at least two reports more have joined it. Doing it twice is no error.
 *
 * @param typed the suggestion's id
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `NOT_FOUND` for one that is not there or not theirs
 */
export async function dismissSuggestion(ctx: Context, typed: string): Promise<{ dismissed: true }> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const session = { tokenHash, now: ctx.now() }
  const { actor, answers } = await withActor(ctx, [
    dismissSuggestionOfSession(ctx.db, session, parseCode(typed) ?? ''),
  ])
  requireSupervisor(actor)
  if (!answers[0]) throw new AppError('NOT_FOUND')
  return { dismissed: true }
}

import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { reviveDeadLetter } from '../../repository/dead-letters.ts'
import { runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'

/**
 * Puts a dead letter back in line, with as many attempts as a new one.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for all but the administrator, `NOT_FOUND`
 *   for what is no dead letter (any more)
 */
export async function retryDeadLetter(ctx: Context, id: string): Promise<{ id: string }> {
  if (ctx.credentials.tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const { actor } = await withActor(ctx, [])
  const [, kind, rowId] = /^(inbox|channel|webhook)-([1-9]\d{0,14})$/.exec(id) ?? []
  if (kind === undefined) throw new AppError('NOT_FOUND')
  const letter = { kind: kind as 'inbox' | 'channel' | 'webhook', rowId: Number(rowId) }
  const [isRevived] = await runBatch(ctx.db, [
    reviveDeadLetter(ctx.db, letter),
    auditEntry(ctx, actor, 'dead-letter.retried', { subject: `dead-letter:${id}`, onlyIfWritten: true }),
  ])
  if (!isRevived) throw new AppError('NOT_FOUND')
  ctx.wakeOutbox()
  return { id }
}

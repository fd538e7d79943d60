import { ANONYMOUS, type Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { actorBySession, touchSession } from '../../repository/sessions.ts'

type Answers<Q extends readonly Query<unknown>[]> = {
  [K in keyof Q]: Q[K] extends Query<infer T> ? T : never
}

/**
 * Runs queries together with the question who is asking: one round trip, which also keeps a used session alive.
 *
 * @throws AppError `UNAUTHENTICATED` for a token that is no live session: a revoked one must not pass as nobody
 */
export async function withActor<const Q extends readonly Query<unknown>[]>(
  ctx: Context,
  queries: Q,
): Promise<{ actor: Actor; answers: Answers<Q> }> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) return { actor: ANONYMOUS, answers: await runBatch(ctx.db, queries) }
  const now = ctx.now()
  const [actor, , ...answers] = await runBatch(ctx.db, [
    actorBySession(ctx.db, tokenHash, now),
    touchSession(ctx.db, tokenHash, now),
    ...queries,
  ])
  if (!actor) throw new AppError('UNAUTHENTICATED')
  return { actor, answers: answers as unknown as Answers<Q> }
}

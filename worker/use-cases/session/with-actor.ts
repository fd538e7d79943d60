import { ANONYMOUS, type Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { actorByApiKey, type KeyActor } from '../../repository/api-keys.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { actorBySession, touchSession } from '../../repository/sessions.ts'
import { requireCaller } from './require-caller.ts'

type Answers<Q extends readonly Query<unknown>[]> = {
  [K in keyof Q]: Q[K] extends Query<infer T> ? T : never
}

/** The same for whoever comes with an API key. */
async function withKey<const Q extends readonly Query<unknown>[]>(
  ctx: Context,
  apiKeyHash: string,
  queries: Q,
): Promise<{ actor: KeyActor; answers: Answers<Q> }> {
  const [actor, ...answers] = await runBatch(ctx.db, [
    actorByApiKey(ctx.db, apiKeyHash, ctx.config),
    ...queries,
  ])
  if (!actor) throw new AppError('API_KEY_INVALID')
  requireCaller(ctx, actor)
  return { actor, answers: answers as unknown as Answers<Q> }
}

/**
 * Runs queries together with the question who is asking: one round trip, which also keeps a used session alive. Whoever
 * the permission matrix does not let in gets no answer.
 *
 * @throws AppError `UNAUTHENTICATED` for a token that is no live session: a revoked one must not pass as nobody;
 *   `API_KEY_INVALID`; as `requireCaller`
 */
export async function withActor<const Q extends readonly Query<unknown>[]>(
  ctx: Context,
  queries: Q,
): Promise<{ actor: Actor; answers: Answers<Q> }> {
  const { tokenHash, apiKeyHash } = ctx.credentials
  if (apiKeyHash) return withKey(ctx, apiKeyHash, queries)
  if (tokenHash === null) {
    requireCaller(ctx, ANONYMOUS)
    return { actor: ANONYMOUS, answers: await runBatch(ctx.db, queries) }
  }
  const now = ctx.now()
  const [actor, , ...answers] = await runBatch(ctx.db, [
    actorBySession(ctx.db, tokenHash, now),
    touchSession(ctx.db, tokenHash, now),
    ...queries,
  ])
  if (!actor) throw new AppError('UNAUTHENTICATED')
  requireCaller(ctx, actor)
  return { actor, answers: answers as unknown as Answers<Q> }
}

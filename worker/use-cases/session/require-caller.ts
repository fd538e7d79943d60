import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Caller } from '../../../shared/domain/permissions.ts'

/**
 * Refuses whoever the permission matrix does not let in; the one place that asks it.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for a role that may not
 */
export function requireCaller(
  { callers }: { callers: readonly Caller[] },
  { role }: Pick<Actor, 'role'>,
): void {
  if ((callers as readonly string[]).includes(role)) return
  throw new AppError(role === 'anonymous' ? 'UNAUTHENTICATED' : 'NOT_ALLOWED')
}

import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'

/**
 * What keeps the city itself going is the administrators' alone.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for everybody else
 */
export function requireAdmin(actor: Actor): void {
  if (actor.id === null) throw new AppError('UNAUTHENTICATED')
  if (actor.role !== 'admin') throw new AppError('NOT_ALLOWED')
}

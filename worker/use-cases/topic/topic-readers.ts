import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'

/**
 * Topics are the supervisors' and the bodies' that answer for them.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for everybody else
 */
export function requireTopicReader(actor: Actor): void {
  if (actor.id === null) throw new AppError('UNAUTHENTICATED')
  if (actor.role !== 'supervisor' && actor.role !== 'body') throw new AppError('NOT_ALLOWED')
}

/**
 * Only supervisors open topics and see what is suggested as one.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for everybody else
 */
export function requireSupervisor(actor: Actor): void {
  if (actor.id === null) throw new AppError('UNAUTHENTICATED')
  if (actor.role !== 'supervisor') throw new AppError('NOT_ALLOWED')
}

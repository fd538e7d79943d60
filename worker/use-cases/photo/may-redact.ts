import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { allowedActions } from '../../../shared/domain/report-lifecycle.ts'
import { viewOf } from '../../../shared/domain/report-relations.ts'
import type { ReportFacts } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'

/**
 * Lets those make a redacted copy of a photo who may publish its report now, or correct what is published.
 *
 * @param original the photo's report, and whether the photo is itself a copy; null for a photo of no report
 * @throws AppError `NOT_FOUND` where the photo is none of the actor's business, `NOT_ALLOWED`, `PHOTO_NOT_YOURS` for
 *   a copy of a copy
 */
export function checkMayRedact(
  ctx: Pick<Context, 'now'>,
  actor: Actor,
  original: { facts: ReportFacts; photoIsCopy: boolean } | null,
): void {
  if (original === null || !['staff', 'reporter'].includes(viewOf(original.facts, actor) ?? '')) {
    throw new AppError('NOT_FOUND')
  }
  const open = allowedActions(original.facts, actor, ctx.now())
  if (!open.includes('publish') && !open.includes('redact')) throw new AppError('NOT_ALLOWED')
  if (original.photoIsCopy) throw new AppError('PHOTO_NOT_YOURS')
}

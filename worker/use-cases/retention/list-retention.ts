import type { RetentionLimitShown, RetentionList } from '../../../shared/contract/retention.ts'
import type { Context } from '../../context.ts'
import { retentionLimits, type RetentionLimit } from '../../repository/personal-data.ts'
import { withActor } from '../session/with-actor.ts'

/** The days that hold for a category: its own, or those of all. */
export function keptDays(
  limits: readonly RetentionLimit[],
  category: string,
): { contact: number; words: number } {
  const daysOf = (what: RetentionLimit['what']) =>
    (
      limits.find((limit) => limit.what === what && limit.categoryCode === category) ??
      limits.find((limit) => limit.what === what && limit.categoryCode === '*')
    )?.days ?? 0
  return { contact: daysOf('contact'), words: daysOf('words') }
}

/** A category's limits as administrators see them. */
export function limitShown(limits: readonly RetentionLimit[], category: string): RetentionLimitShown {
  const { contact, words } = keptDays(limits, category)
  return { category, contactDays: contact, wordsDays: words }
}

/**
 * How long personal data is kept, for all categories and for those that differ.
 *
 * @throws AppError as `withActor`
 */
export async function listRetention(ctx: Context): Promise<RetentionList> {
  const { answers } = await withActor(ctx, [retentionLimits(ctx.db)])
  const [limits] = answers
  const categories = [...new Set(limits.map(({ categoryCode }) => categoryCode))]
  return { items: categories.map((category) => limitShown(limits, category)) }
}

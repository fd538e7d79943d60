import type { RetentionChange, RetentionLimitShown } from '../../../shared/contract/retention.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import {
  categoryExists,
  retentionLimits,
  saveRetentionLimit,
  type RetentionLimit,
} from '../../repository/personal-data.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { limitShown } from './list-retention.ts'

const FIELDS = { contact: 'contactDays', words: 'wordsDays' } as const

function writes(ctx: Context, category: string, change: RetentionChange): Query<void>[] {
  const kinds = Object.entries(FIELDS) as [RetentionLimit['what'], 'contactDays' | 'wordsDays'][]
  return kinds.flatMap(([what, field]) => {
    const days = change[field]
    return days === undefined ? [] : [saveRetentionLimit(ctx.db, { categoryCode: category, what, days })]
  })
}

/**
 * Changes how long personal data of a category is kept, `*` for all that have no limits of their own. It holds from
 * the next sweep on, for reports that are over already too.
 *
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `NOT_FOUND` for an unknown category
 */
export async function changeRetention(
  ctx: Context,
  category: string,
  change: RetentionChange,
): Promise<RetentionLimitShown> {
  const { actor, answers } = await withActor(ctx, [categoryExists(ctx.db, category), retentionLimits(ctx.db)])
  if (!answers[0]) throw new AppError('NOT_FOUND')
  const results = await runBatch(ctx.db, [
    ...writes(ctx, category, change),
    auditEntry(ctx, actor, 'retention.changed', {
      subject: `category:${category}`,
      detail: { before: limitShown(answers[1], category), ...change },
    }),
    retentionLimits(ctx.db),
  ])
  return limitShown(results.at(-1) as RetentionLimit[], category)
}

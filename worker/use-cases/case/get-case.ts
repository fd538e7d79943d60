import type { ReformCase } from '../../../shared/cases/reform-case.ts'
import type { ShownCase } from '../../../shared/contract/reform-case.ts'
import type { Locale } from '../../../shared/domain/locale.ts'
import type { Context } from '../../context.ts'
import { countPublicReports, demandFor } from '../../repository/case-wishes.ts'
import { runBatch } from '../../repository/query.ts'
import { caseShown } from './case-shown.ts'
import { demandShown } from './demand-shown.ts'
import { knownCase } from './known-case.ts'

/** From here on a number is only "many". */
const MOST_REPORTS = 1000

/** What is told of a case wherever it is asked for. */
export function caseTold(reformCase: ReformCase, locale: Locale): Omit<ShownCase, 'demand' | 'reports'> {
  const isHant = locale === 'zh-hant'
  return {
    ...caseShown(reformCase, locale),
    body: isHant ? reformCase.bodyHant : reformCase.body,
    steps: isHant ? reformCase.stepsHant : reformCase.steps,
  }
}

/** One reform case, whole, with where it is wanted and how often it is publicly spoken of. @throws AppError `NOT_FOUND` */
export async function getCase(ctx: Context, slug: string): Promise<ShownCase> {
  const reformCase = knownCase(slug)
  const [districts, reports] = await runBatch(ctx.db, [
    demandFor(ctx.db, slug, ctx.locale),
    countPublicReports(ctx.db, slug, MOST_REPORTS),
  ])
  return { ...caseTold(reformCase, ctx.locale), demand: demandShown(districts), reports }
}

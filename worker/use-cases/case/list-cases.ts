import { REFORM_CASES } from '../../../shared/cases/library.ts'
import { narrowedCases } from '../../../shared/cases/narrowed.ts'
import { reachOf } from '../../../shared/cases/where.ts'
import type { CaseList, CaseListQuery } from '../../../shared/contract/reform-case.ts'
import type { Context } from '../../context.ts'
import { caseShown } from './case-shown.ts'

/**
 * The reform cases that fit, in the order of the announcements, or the best first where words are looked for. All of
 * them make one page.
 */
export function listCases(ctx: Pick<Context, 'locale'>, query: CaseListQuery): CaseList {
  const found = narrowedCases(REFORM_CASES, query, (reformCase) => ({
    slug: reformCase.slug,
    batch: reformCase.batch,
    theme: reformCase.theme,
    districts: reachOf(reformCase).districts,
  }))
  return { items: found.map((reformCase) => caseShown(reformCase, ctx.locale)), nextCursor: null }
}

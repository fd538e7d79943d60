import { REFORM_CASES } from '../../../shared/cases/library.ts'
import type { ReformCase } from '../../../shared/cases/reform-case.ts'
import type { CaseList, CaseListQuery } from '../../../shared/contract/reform-case.ts'
import type { Context } from '../../context.ts'
import { caseShown } from './case-shown.ts'

function mentions(reformCase: ReformCase, words: string): boolean {
  const { title, titleHant, summary, summaryHant, lead, leadHant } = reformCase
  const sought = words.toLowerCase()
  return [title, titleHant, summary, summaryHant, lead, leadHant].some((text) =>
    text.toLowerCase().includes(sought),
  )
}

function fits(reformCase: ReformCase, query: CaseListQuery): boolean {
  return (
    (query.batch === undefined || reformCase.batch === query.batch) &&
    (query.theme === undefined || reformCase.theme === query.theme) &&
    (query.district === undefined || reformCase.district?.code === query.district) &&
    (query.q === undefined || mentions(reformCase, query.q))
  )
}

/** The reform cases that fit, in the order of the announcements. All of them make one page. */
export function listCases(ctx: Pick<Context, 'locale'>, query: CaseListQuery): CaseList {
  const found = REFORM_CASES.filter((reformCase) => fits(reformCase, query))
  return { items: found.map((reformCase) => caseShown(reformCase, ctx.locale)), nextCursor: null }
}

import { REFORM_CASES } from '../../../shared/cases/library.ts'
import type { ShownCase } from '../../../shared/contract/reform-case.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { caseShown } from './case-shown.ts'

/** One reform case, whole. @throws AppError `NOT_FOUND` */
export function getCase(ctx: Pick<Context, 'locale'>, slug: string): ShownCase {
  const reformCase = REFORM_CASES.find((candidate) => candidate.slug === slug)
  if (!reformCase) throw new AppError('NOT_FOUND')
  const isHant = ctx.locale === 'zh-hant'
  return {
    ...caseShown(reformCase, ctx.locale),
    body: isHant ? reformCase.bodyHant : reformCase.body,
    steps: isHant ? reformCase.stepsHant : reformCase.steps,
  }
}

import { REFORM_CASES } from '../../../shared/cases/library.ts'
import type { ReformCase } from '../../../shared/cases/reform-case.ts'
import { AppError } from '../../../shared/domain/errors.ts'

/** @throws AppError `NOT_FOUND` */
export function knownCase(slug: string): ReformCase {
  const reformCase = REFORM_CASES.find((candidate) => candidate.slug === slug)
  if (!reformCase) throw new AppError('NOT_FOUND')
  return reformCase
}

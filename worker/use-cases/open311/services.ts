import type * as z from 'zod/mini'
import type { geoServiceDefinition, geoServices } from '../../../shared/contract/open311.ts'
import type { Locale } from '../../../shared/domain/locale.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { filled, open311Words } from '../../locale/open311-words.ts'
import { allCategories } from '../../repository/categories.ts'
import { runBatch } from '../../repository/query.ts'
import type { StoredQuestion } from '../../repository/report-columns.ts'
import { categoryByCode } from '../../repository/report-places.ts'

const LABELS = { 'zh-hans': 'label', 'zh-hant': 'labelHant', en: 'labelEn' } as const

/** Every category as a service. */
export async function listServices(ctx: Context): Promise<z.infer<typeof geoServices>> {
  const [categories] = await runBatch(ctx.db, [allCategories(ctx.db, ctx.locale)])
  const words = open311Words(ctx.locale)
  return categories.map(({ code, name, group, questions, keywords }) => ({
    service_code: code,
    service_name: name,
    description: filled(words.service, { group: group.name, name }),
    metadata: questions.length > 0,
    type: 'realtime' as const,
    keywords: keywords.join(','),
    group: group.name,
  }))
}

function valuesOf(question: StoredQuestion, locale: Locale) {
  const { yes, no } = open311Words(locale)
  if (question.type === 'yesno')
    return [
      { key: 'true', name: yes },
      { key: 'false', name: no },
    ]
  return (question.options ?? []).map((option) => ({ key: option.code, name: option[LABELS[locale]] }))
}

/**
 * The questions of one service; none where there are none.
 *
 * @throws AppError `NOT_FOUND`
 */
export async function defineService(
  ctx: Context,
  code: string,
): Promise<z.infer<typeof geoServiceDefinition>> {
  const [category] = await runBatch(ctx.db, [categoryByCode(ctx.db, code, ctx.locale)])
  if (!category) throw new AppError('NOT_FOUND')
  return {
    service_code: category.code,
    attributes: category.questions.map((question, index) => ({
      variable: true,
      code: question.code,
      datatype: question.type === 'text' ? ('text' as const) : ('singlevaluelist' as const),
      required: question.required,
      datatype_description: null,
      order: index + 1,
      description: question[LABELS[ctx.locale]],
      ...(question.type !== 'text' && { values: valuesOf(question, ctx.locale) }),
    })),
  }
}

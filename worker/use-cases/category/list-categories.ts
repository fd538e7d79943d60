import type { Category, CategoryQuestion } from '../../../shared/contract/category.ts'
import type { Locale } from '../../../shared/domain/locale.ts'
import { limitDays, type DeadlineLimit } from '../../../shared/domain/report-deadline.ts'
import { STEPS, type Step } from '../../../shared/domain/report-state.ts'
import { pairsIn, toSimplified } from '../../../shared/domain/simplified.ts'
import type { Context } from '../../context.ts'
import { allCategories, type ListedCategory } from '../../repository/categories.ts'
import { allDeadlineLimits } from '../../repository/deadline-limits.ts'
import { runBatch } from '../../repository/query.ts'
import type { StoredQuestion } from '../../repository/report-columns.ts'
import { syllablesOf } from '../spell-name.ts'

const LABELS = { 'zh-hans': 'label', 'zh-hant': 'labelHant', en: 'labelEn' } as const

function questionShown(question: StoredQuestion, locale: Locale): CategoryQuestion {
  const label = LABELS[locale]
  return {
    code: question.code,
    label: question[label],
    type: question.type,
    required: question.required,
    options: (question.options ?? []).map((option) => ({ code: option.code, name: option[label] })),
  }
}

/** What is prepared once, so that no device needs a dictionary. */
const prepared = new Map<string, Pick<Category, 'sounds' | 'traditional'>>()

function howSearched({ chineseName, keywords }: ListedCategory): Pick<Category, 'sounds' | 'traditional'> {
  const words = [chineseName, ...keywords]
  const key = words.join()
  const before = prepared.get(key)
  if (before) return before
  const searched = {
    sounds: words.map((word) => syllablesOf(word).join(' ')),
    traditional: pairsIn(toSimplified(key)),
  }
  prepared.set(key, searched)
  return searched
}

function categoryShown(category: ListedCategory, limits: readonly DeadlineLimit[], locale: Locale): Category {
  const days = STEPS.map((step) => [step, limitDays(limits, category.code, category.complexity, step)])
  return {
    code: category.code,
    name: category.name,
    icon: category.icon,
    group: category.group,
    questions: category.questions.map((question) => questionShown(question, locale)),
    evidenceRequired: category.evidenceRequired,
    complexity: category.complexity,
    keywords: category.keywords,
    ...howSearched(category),
    limits: Object.fromEntries(days) as Record<Step, number>,
  }
}

/** Everything a report can be about, in the reader's language, with the time each step of it is allowed. */
export async function listCategories(ctx: Context): Promise<{ items: Category[] }> {
  const [categories, limits] = await runBatch(ctx.db, [
    allCategories(ctx.db, ctx.locale),
    allDeadlineLimits(ctx.db),
  ])
  return { items: categories.map((category) => categoryShown(category, limits, ctx.locale)) }
}

import type { CategoryQuestion, QuestionOption } from './city-shape.ts'
import { toTraditional } from './traditional.ts'

/** [code, Chinese, English] */
type OptionWords = readonly [code: string, label: string, labelEn: string]

function option([code, label, labelEn]: OptionWords): QuestionOption {
  return { code, label, labelHant: toTraditional(label), labelEn }
}

export function choice(words: OptionWords, ...options: readonly OptionWords[]): CategoryQuestion {
  return { ...option(words), type: 'choice', required: false, options: options.map(option) }
}

export function freeText(...words: OptionWords): CategoryQuestion {
  return { ...option(words), type: 'text', required: false }
}

export function yesNo(...words: OptionWords): CategoryQuestion {
  return { ...option(words), type: 'yesno', required: false }
}

/** Asked for only where nobody could act without the answer: every question costs reports. */
export function required(question: CategoryQuestion): CategoryQuestion {
  return { ...question, required: true }
}

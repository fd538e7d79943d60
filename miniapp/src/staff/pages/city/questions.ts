/** A category's own question as the table keeps it, in all languages. */
export interface Question {
  code: string
  label: string
  labelHant: string
  labelEn: string
  type: 'choice' | 'text' | 'yesno'
  required: boolean
  options?: Option[]
}

export type Option = Pick<Question, 'code' | 'label' | 'labelHant' | 'labelEn'>

export const QUESTION_TYPES = ['choice', 'text', 'yesno'] as const
export const NAMES = ['code', 'label', 'labelHant', 'labelEn'] as const

/** What stands in the cell; null when somebody has written something else there. */
export function questionsIn(cell: string): Question[] | null {
  if (cell.trim() === '') return []
  try {
    const list: unknown = JSON.parse(cell)
    return Array.isArray(list) ? (list as Question[]) : null
  } catch {
    return null
  }
}

export function cellOf(questions: readonly Question[]): string {
  return JSON.stringify(questions)
}

export const NEW_OPTION: Option = { code: '', label: '', labelHant: '', labelEn: '' }
export const NEW_QUESTION: Question = {
  ...NEW_OPTION,
  type: 'choice',
  required: false,
  options: [NEW_OPTION],
}

/** Only a choice has options; another kind of question loses them. */
export function ofType(question: Question, type: Question['type']): Question {
  const { options, ...rest } = question
  return type === 'choice' ? { ...rest, type, options: options ?? [NEW_OPTION] } : { ...rest, type }
}

export function replaceAt<T>(list: readonly T[], at: number, item: T): T[] {
  return list.map((one, index) => (index === at ? item : one))
}

export function withoutAt<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at)
}

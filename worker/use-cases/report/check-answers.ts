import { AppError, type FieldErrors, type FieldProblem } from '../../../shared/domain/errors.ts'
import type { StoredQuestion } from '../../repository/report-columns.ts'

type Answers = Record<string, string | boolean>

function problemOf(question: StoredQuestion, answer: string | boolean | undefined): FieldProblem | null {
  if (answer === undefined || answer === '') return question.required ? 'required' : null
  if (question.type === 'yesno') return typeof answer === 'boolean' ? null : 'malformed'
  if (typeof answer !== 'string') return 'malformed'
  if (question.type === 'text') return null
  return question.options?.some((option) => option.code === answer) ? null : 'not_in_list'
}

/**
 * Checks the answers to a category's own questions.
 *
 * @throws AppError `VALIDATION_FAILED` with `answers.<code>` for each that is missing, unknown or not possible
 */
export function checkAnswers(questions: readonly StoredQuestion[], answers: Answers): void {
  const fields: FieldErrors = {}
  for (const question of questions) {
    const problem = problemOf(question, answers[question.code])
    if (problem) fields[`answers.${question.code}`] = { problem }
  }
  for (const code of Object.keys(answers)) {
    if (!questions.some((question) => question.code === code))
      fields[`answers.${code}`] = { problem: 'unknown' }
  }
  if (Object.keys(fields).length > 0) throw new AppError('VALIDATION_FAILED', { fields })
}

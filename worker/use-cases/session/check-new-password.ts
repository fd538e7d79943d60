import { AppError, type FieldErrors } from '../../../shared/domain/errors.ts'
import { PASSWORD_LENGTH, passwordProblem } from '../../../shared/domain/password-rules.ts'

const LIMITS: Readonly<Record<string, number>> = {
  password_short: PASSWORD_LENGTH.least,
  password_long: PASSWORD_LENGTH.most,
}

/**
 * Lets a new password pass, or says what is wrong with it.
 *
 * @param field where the request has it
 * @throws AppError `VALIDATION_FAILED`
 */
export function checkNewPassword(
  password: string,
  field: string,
  account: { username: string | null; person: string | null; office: string | null },
): void {
  const problem = passwordProblem(password, [account.username, account.person, account.office])
  if (problem === null) return
  const limit = LIMITS[problem]
  const fields: FieldErrors = { [field]: { problem, ...(limit !== undefined && { limit }) } }
  throw new AppError('VALIDATION_FAILED', { fields })
}

/** Why a password is refused; each is a field problem with words of its own. */
export const PASSWORD_PROBLEMS = [
  'password_short',
  'password_long',
  'password_repeats',
  'password_own',
  'password_place',
  'password_common',
] as const
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number]

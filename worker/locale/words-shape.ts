import type { ErrorCode, FieldProblem } from '../../shared/domain/errors.ts'

/** What the server says in one language. `{limit}` is the bound that was broken. */
export interface Words {
  errors: Record<ErrorCode, string>
  fields: Record<FieldProblem, string>
  /** How the timeline calls those who have no office. */
  actors: { reporter: string; clock: string; deputy: string; supervisor: string }
  /** What the figures call reports that no body has. */
  figures: { noBody: string }
}

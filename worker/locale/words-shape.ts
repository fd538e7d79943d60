import type { ErrorCode, FieldProblem } from '../../shared/domain/errors.ts'

/** What the server says in one language. `{limit}` is the bound that was broken. */
export interface Words {
  errors: Record<ErrorCode, string>
  fields: Record<FieldProblem, string>
  /** How the timeline calls those who have no office. */
  actors: { reporter: string; clock: string; deputy: string; supervisor: string }
  /** A station's poster: three lines say how it works. */
  poster: {
    title: string
    lead: string
    number: string
    scan: string
    typed: string
    ways: readonly [string, string, string]
  }
  /** What the figures call reports that no body has. */
  figures: { noBody: string }
  /** The feed of published reports: its language (BCP 47), its name, and who publishes it. */
  feed: { language: string; title: string; author: string }
}

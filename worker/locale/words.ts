import type { ErrorCode, FieldProblem } from '../../shared/domain/errors.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import { en } from './en.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

/** What the server says in one language. `{limit}` is the bound that was broken. */
export interface Words {
  errors: Record<ErrorCode, string>
  fields: Record<FieldProblem, string>
  /** How the timeline calls those who have no office. */
  actors: { reporter: string; clock: string; deputy: string; supervisor: string }
}

const WORDS: Record<Locale, Words> = { 'zh-hans': zhHans, 'zh-hant': zhHant, en }

/** The server's words in a language. */
export function wordsIn(locale: Locale): Words {
  return WORDS[locale]
}

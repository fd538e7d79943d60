import type { Locale } from '../../shared/domain/locale.ts'
import { en } from './en.ts'
import type { Words } from './words-shape.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

const WORDS: Record<Locale, Words> = { 'zh-hans': zhHans, 'zh-hant': zhHant, en }

/** The server's words in a language. */
export function wordsIn(locale: Locale): Words {
  return WORDS[locale]
}

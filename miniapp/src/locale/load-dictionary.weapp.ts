import { en } from './en'
import type { Locale } from './locales'
import { type Dictionary, zhHans } from './zh-hans'
import { zhHant } from './zh-hant'

/** A mini program is downloaded whole: every language is in it. */
export async function loadDictionary(locale: Locale): Promise<Dictionary> {
  return { 'zh-hans': zhHans, 'zh-hant': zhHant, en }[locale]
}

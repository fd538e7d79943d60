import type { Locale } from './locales'
import { type Dictionary, zhHans } from './zh-hans'

/** In a browser the second and third language are fetched only by those who want them. */
export async function loadDictionary(locale: Locale): Promise<Dictionary> {
  if (locale === 'zh-hant') return (await import('./zh-hant')).zhHant
  if (locale === 'en') return (await import('./en')).en
  return zhHans
}

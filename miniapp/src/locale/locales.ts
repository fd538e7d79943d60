import type { Locale } from '@shared/domain/locale.ts'

export { LOCALES as locales, type Locale } from '@shared/domain/locale.ts'

/** Each language by its own name. */
export const localeNames: Record<Locale, string> = { 'zh-hans': '简体', 'zh-hant': '繁體', en: 'English' }

/** BCP 47 tags: for `lang`, for Accept-Language. */
export const languageTags: Record<Locale, string> = { 'zh-hans': 'zh-Hans', 'zh-hant': 'zh-Hant', en: 'en' }

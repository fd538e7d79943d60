/** Languages of the product; the first is the one everything is written in. */
export const LOCALES = ['zh-hans', 'zh-hant', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/**
 * The product's language that suits an `Accept-Language` header best; Simplified Chinese when none does.
 * Bare `zh` is Simplified; `zh-TW`, `zh-HK`, `zh-MO` and `zh-Hant` are Traditional.
 */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const tags = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of tags) {
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-hant'
    if (/^zh\b/.test(tag)) return 'zh-hans'
    if (/^en\b/.test(tag)) return 'en'
  }
  return 'zh-hans'
}

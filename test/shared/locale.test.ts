import { expect, it } from 'vitest'
import { preferredLocale } from '../../shared/domain/locale.ts'

it.each([
  [null, 'zh-hans'],
  ['', 'zh-hans'],
  ['zh-CN,zh;q=0.9', 'zh-hans'],
  ['zh-HK', 'zh-hant'],
  ['zh-Hant-TW;q=0.8, en;q=0.9', 'en'],
  ['en-GB,en;q=0.9,zh-TW;q=0.8', 'en'],
  ['fr-FR, zh-TW;q=0.5', 'zh-hant'],
  ['xx; q=nonsense,,,;', 'zh-hans'],
] as const)('%s → %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})

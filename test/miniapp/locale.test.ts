import { beforeEach, describe, expect, it } from 'vitest'
import { en } from '@/locale/en'
import { fill, language, speak } from '@/locale/translate'
import { type TextKey, zhHans } from '@/locale/zh-hans'
import { zhHant } from '@/locale/zh-hant'

const keys = Object.keys(zhHans) as TextKey[]

/** Said differently in each language: a date, ten thousands, a note for those who read no Chinese. */
const ownForm = new Set<TextKey>(['cases.figure.wan', 'cases.source.date', 'cases.language'])
/** ASCII punctuation beside a Chinese character. */
const narrow = /[\u3400-\u9fff」”》][,;:?!]|[,;:?!(][\u3400-\u9fff「“《]/

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].toSorted().join()
const isLike = (source: string, other: string) => placeholders(source) === placeholders(other) && other !== ''

beforeEach(() => speak('zh-hans'))

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect(Object.keys(zhHant).toSorted()).toEqual(keys.toSorted())
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted())
  })

  it.each(Object.entries({ zhHant, en }))(
    '%s has every text, with the values of the source',
    (_name, dictionary) => {
      const wrong = keys.filter((key) => !isLike(zhHans[key], dictionary[key]) && !ownForm.has(key))
      expect(wrong).toEqual([])
    },
  )

  it.each(Object.entries({ zhHans, zhHant }))('%s is set with Chinese punctuation', (_name, dictionary) => {
    expect(Object.entries(dictionary).filter(([, text]) => narrow.test(text))).toEqual([])
  })

  it('are Simplified and Traditional, each in its own script', () => {
    const simplifiedOnly = /[这们来时个会对说过还进没让给关从问实应网单张办页]/
    const traditionalOnly = /[這們來時個會對說過還進沒讓給關從問實應網單張辦頁]/
    expect(keys.filter((key) => simplifiedOnly.test(zhHant[key]))).toEqual([])
    expect(keys.filter((key) => traditionalOnly.test(zhHans[key]))).toEqual([])
  })
})

describe('a text', () => {
  it('takes values', () => expect(fill('第{n}步/共{total}步', { n: 2, total: 4 })).toBe('第2步/共4步'))
  it('takes the form of its number', () => {
    expect(fill('{n} {n|station|stations}', { n: 1 })).toBe('1 station')
    expect(fill('{n} {n|station|stations}', { n: 0 })).toBe('0 stations')
  })
  it('keeps what it has no value for', () => expect(fill('{n}', {})).toBe('{n}'))
  it('follows the language', async () => {
    await speak('en')
    expect(language.getState().t('common.back')).toBe('Back')
  })
  it('is in the language asked for last, however long the dictionaries take', async () => {
    await Promise.all([speak('en'), speak('zh-hans')])
    expect(language.getState().locale).toBe('zh-hans')
  })
})

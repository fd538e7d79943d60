import { describe, expect, it } from 'vitest'
import { zhHans } from '@/locale/zh-hans'
import { staffEn } from '@/staff/locale/en'
import { type StaffTextKey, staffZhHans } from '@/staff/locale/zh-hans'
import { staffZhHant } from '@/staff/locale/zh-hant'

const keys = Object.keys(staffZhHans) as StaffTextKey[]
/** ASCII punctuation beside a Chinese character or a value. */
const narrow = /[\u3400-\u9fff」”》}][,;:?!]|[,;:?!(][\u3400-\u9fff「“《{]/
const valuesIn = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].toSorted()

describe('the staff’s dictionaries', () => {
  it.each(Object.entries({ staffZhHant, staffEn }))(
    '%s has every text, with the values of the source',
    (_name, dictionary) => {
      expect(Object.keys(dictionary).toSorted()).toEqual(keys.toSorted())
      for (const key of keys) {
        expect(dictionary[key], key).not.toBe('')
        expect(valuesIn(dictionary[key]), key).toEqual(valuesIn(staffZhHans[key]))
      }
    },
  )

  it.each(Object.entries({ staffZhHans, staffZhHant }))(
    '%s is set with Chinese punctuation',
    (_name, dictionary) => {
      expect(Object.entries(dictionary).filter(([, text]) => narrow.test(text))).toEqual([])
    },
  )

  it('are Simplified and Traditional, each in its own script', () => {
    const simplifiedOnly = /[这们来时个会对说过还进没让给关从问实应网单张办页]/
    const traditionalOnly = /[這們來時個會對說過還進沒讓給關從問實應網單張辦頁]/
    expect(keys.filter((key) => simplifiedOnly.test(staffZhHant[key]))).toEqual([])
    expect(keys.filter((key) => traditionalOnly.test(staffZhHans[key]))).toEqual([])
  })

  it('take no key of the main dictionary', () => {
    expect(keys.filter((key) => key in zhHans)).toEqual([])
  })
})

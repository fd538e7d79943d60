import { Converter } from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import { REFORM_CASES } from '../../shared/cases/library.ts'
import type { CaseBatch, CaseFigure, ReformCase } from '../../shared/cases/reform-case.ts'
import { BATCHES, PRODUCT_LINKS, THEMES } from '../../shared/cases/reform-case.ts'

type Told = [slug: string, value: number, unit: string, before?: number]

/** Every figure of the two articles, read off them by hand and apart from the data files. */
const TOLD: Told[] = [
  ['credit-for-utilities', 9_260_000, '千瓦时'],
  ['credit-for-utilities', 630_000, '立方米'],
  ['credit-for-utilities', 320_000, '立方米'],
  ['police-one-window', 65, '个'],
  ['police-one-window', 1_000, '项'],
  ['police-one-window', 380_000, '件'],
  ['police-one-window', 24.3, '%'],
  ['police-one-window', 400, '人次'],
  ['people-voice-by-code', 604, '个'],
  ['people-voice-by-code', 7_200, '名'],
  ['people-voice-by-code', 5, '级'],
  ['people-voice-by-code', 1, '个'],
  ['people-voice-by-code', 1, '个'],
  ['people-voice-by-code', 16_720, '条'],
  ['people-voice-by-code', 13_685, '条'],
  ['people-voice-by-code', 350, '%'],
  ['childcare-network', 90_000, '个'],
  ['childcare-network', 4.96, '个'],
  ['childcare-network', 95.3, '%'],
  ['childcare-network', 3, '岁'],
  ['childcare-network', 3, '级'],
  ['childcare-network', 3, '年'],
  ['better-homes', 6, '批'],
  ['better-homes', 146, '条'],
  ['better-homes', 100, '%'],
  ['better-homes', 90, '%'],
  ['seamless-medical-payment', 0, '个', 2],
  ['seamless-medical-payment', 4, '端'],
  ['campus-city-partnership', 10, '条'],
  ['project-partner', 333, '个'],
  ['project-partner', 210, '个'],
  ['project-partner', 10, '个月'],
  ['project-partner', 40_000_000, '元'],
  ['project-partner', 30_000_000, '元'],
  ['hong-kong-macao-tax-bridge', 3, '地'],
  ['hong-kong-macao-tax-bridge', 6, '个方面'],
  ['hong-kong-macao-tax-bridge', 10, '项'],
  ['hong-kong-macao-tax-bridge', 1_000, '名'],
  ['hong-kong-macao-tax-bridge', 80_000_000, '元'],
  ['hong-kong-macao-tax-bridge', 2_000, '天'],
  ['hong-kong-macao-tax-bridge', 10_000_000, '元'],
  ['hong-kong-macao-tax-bridge', 123, '%'],
  ['hong-kong-macao-tax-bridge', 3_000, '人'],
  ['hong-kong-macao-tax-bridge', 2, '倍'],
  ['self-funded-rebuilding', 3, '方'],
  ['self-funded-rebuilding', 1, '个'],
  ['high-school-places', 80_416, '个'],
  ['high-school-places', 10_107, '个'],
  ['high-school-places', 14.3, '%'],
  ['high-school-places', 1, '位'],
  ['high-school-places', 62.18, '%'],
  ['high-school-places', 4, '个百分点'],
  ['high-school-places', 5, '批'],
  ['elderly-canteens', 15, '分钟'],
  ['elderly-canteens', 44, '家'],
  ['elderly-canteens', 100, '%'],
  ['elderly-canteens', 786_000, '人次'],
  ['elderly-canteens', 4, '个'],
  ['deputy-snapshot', 4_500, '个'],
  ['deputy-snapshot', 90, '%'],
  ['deputy-snapshot', 4, '级'],
  ['old-property-renewal', 200_000, '平方米'],
  ['old-property-renewal', 1_000_000, '平方米'],
  ['smallest-emergency-circle', 191, '个'],
  ['smallest-emergency-circle', 4_302, '名'],
  ['smallest-emergency-circle', 13, '个'],
  ['smallest-emergency-circle', 3, '层'],
  ['smallest-emergency-circle', 1, '分钟'],
  ['smallest-emergency-circle', 3, '分钟'],
  ['smallest-emergency-circle', 5, '分钟'],
  ['smallest-emergency-circle', 10, '分钟'],
  ['smallest-emergency-circle', 20, '分钟'],
  ['village-gala', 250_000_000, '人次'],
  ['village-gala', 1_800_000_000, '元'],
  ['three-plus-x-investment', 3, '人'],
  ['three-plus-x-investment', 1, '人'],
  ['three-plus-x-investment', 1, '名'],
  ['three-plus-x-investment', 16, '项'],
  ['policy-payout', 3, '个', 6],
  ['policy-payout', 1, '次'],
  ['policy-payout', 1, '次', 2],
  ['policy-payout', 3, '个'],
  ['policy-payout', 16, '项'],
  ['historic-quarters', 16, '项'],
  ['one-yuan-clinic', 1, '元'],
  ['one-yuan-clinic', 1, '元'],
  ['one-yuan-clinic', 16, '项'],
  ['talent-group', 4, '个'],
  ['talent-group', 24, '小时'],
  ['talent-group', 4, '端'],
  ['talent-group', 16, '项'],
]

/** Each gives one number only: ten industry chains; the sixteen of the notice. */
const ONE_FIGURE = new Set(['campus-city-partnership', 'historic-quarters'])

const HANT_FIELD = /Hant$/
const toSimplified = Converter({ from: 't', to: 'cn' })

/** Every Simplified text of a record beside its Traditional one, arrays joined. */
function pairs(record: ReformCase | CaseFigure): [string, string, string][] {
  const fields = record as unknown as Record<string, string | string[]>
  return Object.keys(record)
    .filter((key) => HANT_FIELD.test(key))
    .map((key) => [
      key,
      [fields[key.replace(HANT_FIELD, '')]].flat().join('\n'),
      [fields[key]].flat().join('\n'),
    ])
}

/** The number a text shows in Arabic digits, the last one for "before → after"; null when it is in words or in a formula. */
function shown(text: string): number | null {
  const last = [...text.replace(/1\+N|×3/, '').matchAll(/(\d+(?:\.\d+)?)(万|亿)?/g)].at(-1)
  if (!last) return null
  const scale = last[2] === '亿' ? 100_000_000 : last[2] === '万' ? 10_000 : 1
  return Math.round(Number(last[1]) * scale * 100) / 100
}

describe('the library', () => {
  it('holds 21 cases: 10 most gained, 6 micro-reforms, 5 of the replicated batch', () => {
    const of = (batch: CaseBatch) => REFORM_CASES.filter((one) => one.batch === batch).length
    expect(BATCHES.map(of)).toEqual([10, 6, 5])
    expect(REFORM_CASES).toHaveLength(21)
  })

  it('has unique kebab-case slugs', () => {
    const slugs = REFORM_CASES.map((one) => one.slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('uses every theme, and links the product from exactly two cases', () => {
    expect(new Set(REFORM_CASES.map((one) => one.theme))).toEqual(new Set(THEMES))
    const linked = REFORM_CASES.filter((one) => one.productLink).map((one) => [one.productLink, one.lead])
    expect(linked).toEqual([
      [PRODUCT_LINKS[0], '广州市人大常委会'],
      [PRODUCT_LINKS[1], '天河区'],
    ])
  })

  it('dates the 2024 cases by the paper and leaves the undated report undated', () => {
    for (const one of REFORM_CASES) {
      expect(one.source.publishedAt).toBe(one.batch === 'replicated-second-batch' ? null : '2025-01-20')
    }
  })

  it('names districts by their own codes', () => {
    const districts = new Set(
      REFORM_CASES.flatMap((one) => (one.district ? [`${one.district.code} ${one.district.name}`] : [])),
    )
    expect([...districts].sort()).toEqual([
      '440103 荔湾区',
      '440104 越秀区',
      '440106 天河区',
      '440111 白云区',
      '440112 黄埔区',
      '440114 花都区',
      '440115 南沙区',
      '440118 增城区',
    ])
  })
})

describe.each(REFORM_CASES)('$slug', (one) => {
  const strings = JSON.stringify(one)
  const told = TOLD.filter(([slug]) => slug === one.slug)

  it('has two to four paragraphs and three to five steps, as many in Traditional', () => {
    expect([2, 3, 4]).toContain(one.body.length)
    expect([3, 4, 5]).toContain(one.steps.length)
    expect(one.bodyHant).toHaveLength(one.body.length)
    expect(one.stepsHant).toHaveLength(one.steps.length)
  })

  it('gives exactly the figures of the articles', () => {
    const row = (value: number, unit: string, before?: number) => `${value} ${unit} ${before ?? ''}`
    const given = one.figures.map((each) => row(each.value, each.unit, each.before))
    expect(given.sort()).toEqual(told.map(([, value, unit, before]) => row(value, unit, before)).sort())
    expect(given.length).toBeGreaterThanOrEqual(ONE_FIGURE.has(one.slug) ? 1 : 2)
  })

  it('shows each figure as the number it is', () => {
    for (const each of one.figures) expect([each.value, null], each.text).toContain(shown(each.text))
  })

  it('says the same in Traditional, with no Simplified character left', () => {
    const both = [one, ...one.figures].flatMap(pairs)
    expect(both.length).toBe(5 + 3 * one.figures.length)
    for (const [key, hans, hant] of both) {
      expect(hant.trim(), key).not.toBe('')
      expect(toSimplified(hant), key).toBe(hans)
      expect(hant, key).not.toMatch(
        /[广东发经济务区医办应为实业产级电码马说见议时间过还这们个来对进动关机构长门问题资税务报场费书线联络应责员学习两处创设]/,
      )
    }
  })

  it('has no empty text and no garbage', () => {
    expect(strings).not.toMatch(/""|\?;|鸢|☉|┪|\uFFFD|undefined/)
    expect(strings).not.toMatch(/[\uE000-\uF8FF]/)
  })
})

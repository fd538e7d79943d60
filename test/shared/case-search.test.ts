import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CASE_KEYWORDS } from '../../shared/cases/keywords.ts'
import { REFORM_CASES } from '../../shared/cases/library.ts'
import { CASE_INDEX } from '../../shared/cases/search-index.ts'
import { searchText } from '../../shared/cases/search-text.ts'
import { isNearly, isNearlyIn } from '../../shared/domain/near-text.ts'
import { searchCases } from '../../shared/cases/search.ts'
import { caseIndexSource } from '../../scripts/toolchain/case-index.ts'

/** What people type, and the case that must come first; null for what must find nothing. */
const QUERIES: [how: string, q: string, first: string | null][] = [
  ['title', '随手拍', 'deputy-snapshot'],
  ['title', '民意码上说', 'people-voice-by-code'],
  ['title', '一窗通办', 'police-one-window'],
  ['title', '长者饭堂', 'elderly-canteens'],
  ['title', '一元钱看病', 'one-yuan-clinic'],
  ['title', '先看病后付费', 'seamless-medical-payment'],
  ['title', '3+X', 'three-plus-x-investment'],
  ['title', '免申即享', 'policy-payout'],
  ['title', '最小应急响应圈', 'smallest-emergency-circle'],
  ['title', '民意码上说、实事马上办', 'people-voice-by-code'],
  ['Traditional', '隨手拍', 'deputy-snapshot'],
  ['Traditional', '長者飯堂', 'elderly-canteens'],
  ['Traditional', '民意碼上說', 'people-voice-by-code'],
  ['Traditional', '一窗通辦', 'police-one-window'],
  ['Traditional', '歷史文化街區', 'historic-quarters'],
  ['Traditional', '港澳居民稅費', 'hong-kong-macao-tax-bridge'],
  ['Traditional', '危破舊房', 'self-funded-rebuilding'],
  ['Traditional', '農村「一元錢看病」', 'one-yuan-clinic'],
  ['Traditional', '人才工作集團', 'talent-group'],
  ['Traditional', '衞生站', 'one-yuan-clinic'],
  ['two characters', '托育', 'childcare-network'],
  ['two characters', '饭堂', 'elderly-canteens'],
  ['two characters', '高中', 'high-school-places'],
  ['two characters', '村晚', 'village-gala'],
  ['two characters', '派潭', 'village-gala'],
  ['two characters', '消防', 'smallest-emergency-circle'],
  ['two characters', '公安', 'police-one-window'],
  ['two characters', '天河', 'deputy-snapshot'],
  ['two characters', '南沙', 'hong-kong-macao-tax-bridge'],
  ['two characters', '扫码', 'people-voice-by-code'],
  ['two characters', '招商', 'three-plus-x-investment'],
  ['two characters', '电梯', 'self-funded-rebuilding'],
  ['one character', '码', 'people-voice-by-code'],
  ['one character', '税', 'hong-kong-macao-tax-bridge'],
  ['one character', '碼', 'people-voice-by-code'],
  ['one character', '饭', 'elderly-canteens'],
  ['one character', '村', 'one-yuan-clinic'],
  ['one character', '圈', 'smallest-emergency-circle'],
  ['one character', '港', 'hong-kong-macao-tax-bridge'],
  ['pinyin', 'suishoupai', 'deputy-snapshot'],
  ['pinyin', 'sui shou pai', 'deputy-snapshot'],
  ['pinyin', 'tuoyu', 'childcare-network'],
  ['pinyin', 'zhangzhefantang', 'elderly-canteens'],
  ['pinyin', 'minyimashangshuo', 'people-voice-by-code'],
  ['pinyin', 'yichuangtongban', 'police-one-window'],
  ['pinyin', 'gaozhong', 'high-school-places'],
  ['pinyin', 'yiyuanqiankanbing', 'one-yuan-clinic'],
  ['pinyin', 'cunwan', 'village-gala'],
  ['pinyin', 'renda', 'deputy-snapshot'],
  ['pinyin', 'yuexiu', 'elderly-canteens'],
  ['pinyin', 'Zhao Shang', 'three-plus-x-investment'],
  ['pinyin, unfinished', 'zhangzhefant', 'elderly-canteens'],
  ['pinyin by ear', 'zangzefantan', 'elderly-canteens'],
  ['initials', 'ssp', 'deputy-snapshot'],
  ['initials', 'zzft', 'elderly-canteens'],
  ['initials', 'myms', 'people-voice-by-code'],
  ['initials', 'yctb', 'police-one-window'],
  ['initials', 'yyqkb', 'one-yuan-clinic'],
  ['initials', 'wgyp', 'high-school-places'],
  ['initials', 'YJXYQ', 'smallest-emergency-circle'],
  ['everyday word', '老人', 'elderly-canteens'],
  ['everyday word', '派出所', 'police-one-window'],
  ['everyday word', '托儿所', 'childcare-network'],
  ['everyday word', '香港', 'hong-kong-macao-tax-bridge'],
  ['everyday word', '中考', 'high-school-places'],
  ['everyday word', '危房', 'self-funded-rebuilding'],
  ['slip', '随手拍照片', 'deputy-snapshot'],
  ['slip', '长者范堂', 'elderly-canteens'],
  ['slip', '随首拍', 'deputy-snapshot'],
  ['slip', '民意马上说', 'people-voice-by-code'],
  ['slip', '一窗通半', 'police-one-window'],
  ['slip', '一元看病', 'one-yuan-clinic'],
  ['slip', '最小应急相应圈', 'smallest-emergency-circle'],
  ['slip', '人才工作团', 'talent-group'],
  ['slip', '歷史文化接區', 'historic-quarters'],
  ['slip', 'suishoupia', 'deputy-snapshot'],
  ['slip', 'tuouyu', 'childcare-network'],
  ['slip', 'gaozhonk', 'high-school-places'],
  ['English', 'childcare', 'childcare-network'],
  ['English', 'elderly canteen', 'elderly-canteens'],
  ['English', 'Snapshot', 'deputy-snapshot'],
  ['English', 'one yuan', 'one-yuan-clinic'],
  ['figure', '16720', 'people-voice-by-code'],
  ['figure', '4500多个', 'deputy-snapshot'],
  ['figure', '62.18%', 'high-school-places'],
  ['two words', '天河 随手拍', 'deputy-snapshot'],
  ['two words', '越秀，老人', 'elderly-canteens'],
  ['full width', '３＋Ｘ', 'three-plus-x-investment'],
  ['words in one', '食堂吃饭', 'elderly-canteens'],
  ['words in one', '歷史街區', 'historic-quarters'],
  ['words in one', '乡村旅游', 'village-gala'],
  ['words in one', '花都看病', 'one-yuan-clinic'],
  ['words in one', '老人食堂吃饭', 'elderly-canteens'],
  ['words in one', '越秀饭堂', 'elderly-canteens'],
  ['everyday word', '幼儿园', 'childcare-network'],
  ['everyday word', '户口', 'police-one-window'],
  ['everyday word', '身份证', 'police-one-window'],
  ['everyday word', '表演', 'village-gala'],
  ['everyday word', '奖金', 'policy-payout'],
  ['everyday word', '自建房', 'self-funded-rebuilding'],
  ['everyday word', '骑楼', 'historic-quarters'],
  ['everyday word', '大学', 'campus-city-partnership'],
  ['everyday word', '房产证', 'better-homes'],
  ['everyday word', '火灾', 'smallest-emergency-circle'],
  ['one character', '電', 'credit-for-utilities'],
  ['one character', '医', 'seamless-medical-payment'],
  ['one character', '育', 'childcare-network'],
  ['pinyin', 'zijianfang', 'self-funded-rebuilding'],
  ['pinyin', 'sanyuanli', 'smallest-emergency-circle'],
  ['pinyin', 'hehuoren', 'project-partner'],
  ['initials', 'msjx', 'policy-payout'],
  ['initials', 'gzxw', 'high-school-places'],
  ['slip', '老就物业', 'old-property-renewal'],
  ['slip', '招伤服务', 'three-plus-x-investment'],
  ['slip', '人才工作集困', 'talent-group'],
  ['nonsense', '飞碟', null],
  ['nonsense', '紫外线烤鸭俱乐部', null],
  ['nonsense', 'qwertyuiop', null],
  ['nonsense', 'zzzzzz', null],
  ['nonsense', '龘', null],
  ['nonsense', '99887766', null],
  ['nonsense', '天河 飞碟', null],
  ['nonsense', 'v', null],
  ['nonsense', '恐龙', null],
  ['nonsense', '火星移民', null],
  ['nonsense', '饭堂恐龙', null],
  ['nonsense', 'asdfgh', null],
  ['nonsense', "' OR 1=1 --", null],
]

describe('the search over the cases', () => {
  const wrong = QUERIES.flatMap(([how, q, first]) => {
    const found = searchCases(q)?.[0] ?? null
    return found === first ? [] : [`${how}: ${q} finds ${found} first, not ${first}`]
  })

  it(`finds first what was meant (${QUERIES.length} queries)`, () => {
    const right = QUERIES.length - wrong.length
    console.log(
      `case search: ${right} of ${QUERIES.length} first hits right (${((100 * right) / QUERIES.length).toFixed(1)} %)`,
    )
    expect(QUERIES.length).toBeGreaterThanOrEqual(60)
    expect(wrong).toEqual([])
  })

  it('finds every case first by its whole title in both scripts, and by its pinyin', () => {
    for (const { slug, title, titleHant } of REFORM_CASES) {
      expect(searchCases(title)?.[0], title).toBe(slug)
      expect(searchCases(titleHant), titleHant).toEqual(searchCases(title))
    }
    const spelled = CASE_INDEX.filter(({ titlePinyin }) => /^[a-z ]+$/.test(titlePinyin))
    expect(spelled.length).toBeGreaterThan(15)
    for (const { slug, titlePinyin } of spelled) expect(searchCases(titlePinyin)?.[0], slug).toBe(slug)
  })

  it('ranks titles first', () => {
    for (const word of ['看病', '人大', '村', '人才', '企业', '街区', '港澳']) {
      const found = searchCases(word) ?? []
      const inTitle = found.map((slug) => REFORM_CASES.find((one) => one.slug === slug)!.title.includes(word))
      expect(found.length, word).toBeGreaterThan(0)
      expect(inTitle, word).toEqual(inTitle.toSorted((one, other) => Number(other) - Number(one)))
    }
  })

  it('finds Traditional by Simplified words and back, wherever they stand', () => {
    for (const [hans, hant] of [
      ['电动自行车', '電動自行車'],
      ['医保', '醫保'],
      ['历史', '歷史'],
      ['台', '臺'],
      ['着', '著'],
    ] as const) {
      expect(searchCases(hant), hant).toEqual(searchCases(hans))
    }
  })

  it('asks nothing of spaces and marks', () => {
    for (const q of ['', '   ', '、。', '“”', '()']) expect(searchCases(q)).toBeNull()
  })

  it('is quick enough for every letter that is typed', () => {
    const began = performance.now()
    for (const [, q] of QUERIES) searchCases(q)
    expect((performance.now() - began) / QUERIES.length).toBeLessThan(20)
  })
})

describe('the index', () => {
  it('is made of the cases as they are: npm run cases:index', () => {
    const flat = (source: string) => source.replaceAll(/[\s"'`,]|\bexport\b/g, '')
    const file = readFileSync(new URL('../../shared/cases/search-index.ts', import.meta.url), 'utf8')
    expect(flat(file)).toBe(flat(caseIndexSource()))
  })

  it('knows everyday words for every case, in Simplified', () => {
    expect(Object.keys(CASE_KEYWORDS).toSorted()).toEqual(REFORM_CASES.map(({ slug }) => slug).toSorted())
    for (const words of Object.values(CASE_KEYWORDS))
      expect(words.map(searchText)).toEqual(words.map((word) => word.toLowerCase()))
  })
})

describe('one character more, less or another', () => {
  it.each([
    ['饭堂', '饭堂', true],
    ['饭堂', '范堂', true],
    ['饭堂', '长者范堂们', true],
    ['饭堂们', '堂们', true],
    ['饭堂', '范塘', false],
    ['', '饭堂', false],
  ])('%s in %s: %s', (sought, text, is) => expect(isNearlyIn(sought, text)).toBe(is))

  it.each([
    ['tuoyu', 'tuoyu', true],
    ['tuoyu', 'tuoyi', true],
    ['tuoyu', 'tuyu', true],
    ['tuoyu', 'tuoyua', true],
    ['tuoyu', 'utoy', false],
    ['tuoyu', 'toyi', false],
  ])('%s and %s: %s', (one, other, is) => {
    expect(isNearly(one, other)).toBe(is)
    expect(isNearly(other, one)).toBe(is)
  })
})

import { describe, expect, it } from 'vitest'
import { submitRequest } from '../../shared/contract/report.ts'
import { ACTIONS, STATES } from '../../shared/domain/report-state.ts'
import { eventLook } from '@/components/timeline/event-words'
import { formatIn } from '@/locale/format'
import { language, speak } from '@/locale/translate'
import { emergenciesIn } from '../../shared/domain/emergencies.ts'
import { findCategories } from '@/pages/report-new/what/find-category'
import { ADDRESS_MOST, TEXT_LEAST, TEXT_MOST } from '@/pages/report-new/form/problems'
import { stepOfField, idOfField } from '@/pages/report-new/form/steps'
import { scannedCode } from '@/components/scan/scanned-code'
import { fromGcj02, toGcj02 } from '@/platform/gcj02'
import { directionOf, metresBetween, moved } from '@shared/domain/geo.ts'
import { locales } from '@/locale/locales'
import { categories, event, NUMBER } from '../support/staff-answers.ts'

const base = {
  channel: 'opinion' as const,
  stationCode: 'K7Q2M9XA',
  categoryCode: 'x',
  text: '十个字的一段文字吧',
}

describe('the bounds of the form', () => {
  it.each([
    ['text', TEXT_LEAST, true],
    ['text', TEXT_LEAST - 1, false],
    ['text', TEXT_MOST, true],
    ['text', TEXT_MOST + 1, false],
    ['address', ADDRESS_MOST, true],
    ['address', ADDRESS_MOST + 1, false],
  ])('%s of %i characters is as good as the contract says: %s', (field, length, good) => {
    expect(submitRequest.safeParse({ ...base, [field]: '字'.repeat(length) }).success).toBe(good)
  })

  it('every refused field has a step and a control', () => {
    expect(
      ['categoryCode', 'answers.kind', 'text', 'place.address', 'photoIds.0', 'contact.phone'].map(
        stepOfField,
      ),
    ).toEqual(['what', 'what', 'what', 'where', 'photos', 'contact'])
    expect(['answers.kind', 'place.lat', 'contact.phone'].map(idOfField)).toEqual([
      'answer-kind',
      'place-address',
      'contact-phone',
    ])
  })
})

describe('danger', () => {
  it.each([
    '救命',
    '楼下着火了',
    '闻到煤气味',
    '煤气泄漏',
    '老人晕倒在路边',
    '電梯有人被困',
    'There is a gas leak',
    '有人落水',
  ])('is heard in: %s', (text) => expect(emergenciesIn(text)).not.toEqual([]))
  it.each(['路灯坏了', '消防通道堵塞，有火灾隐患', '公交车太少', '希望增加燃气安检', 'The lift is slow'])(
    'is not heard in: %s',
    (text) => expect(emergenciesIn(text)).toEqual([]),
  )
})

describe('a kind of matter', () => {
  const found = (typed: string) => findCategories(categories as never, typed).map(({ code }) => code)
  it('is found by a word, a sentence and a part of its name', () => {
    expect(found('路灯')).toEqual(['street-lighting'])
    expect(found('门口的灯不亮已经一周')).toEqual(['street-lighting'])
    expect(found('破损')).toEqual(['road-damage'])
    expect(found('飞船')).toEqual([])
    expect(found(' ')).toEqual([])
  })

  describe('is also found', () => {
    const kind = (code: string, name: string, keywords: string, sounds: string, traditional: string) => ({
      ...categories[0],
      code,
      name,
      keywords: keywords.split(' '),
      sounds: sounds.split(','),
      traditional,
    })
    const kinds = [
      kind('lamp', '路灯不亮', '路灯 太黑', 'lu deng bu liang,lu deng,tai hei', '燈灯'),
      kind('lift', '電梯故障', '电梯坏 困人', 'dian ti gu zhang,dian ti huai,kun ren', '電电壞坏'),
      kind(
        'fire',
        '消防通道堵塞',
        '消防通道 灭火器',
        'xiao fang tong dao du se,xiao fang tong dao,mie huo qi',
        '滅灭',
      ),
    ]
    it.each([
      ['in Traditional', '路燈壞了', 'lamp'],
      ['in Simplified where it is named in Traditional', '电梯故障', 'lift'],
      ['by pinyin', 'ludeng', 'lamp'],
      ['by pinyin with spaces and capitals', 'Dian Ti huai', 'lift'],
      ['by an unfinished syllable', 'xiaofangt', 'fire'],
      ['in a sentence of pinyin', 'menkou dianti huai le', 'lift'],
      ['by initials', 'xftd', 'fire'],
      ['with a wrong character', '消防通到', 'fire'],
      ['with a wrong character in Traditional', '電梯雇障', 'lift'],
      ['with a missing character', '路不亮', 'lamp'],
      ['with a wrong character in a sentence', '楼下消防通到又堵住了', 'fire'],
      ['with a wrong letter', 'xiaofengtongdao', 'fire'],
      ['by ear', 'dengbuniang', 'lamp'],
    ])('%s: %s', (_, typed, code) =>
      expect(findCategories(kinds as never, typed).map((one) => one.code)).toEqual([code]),
    )
    it.each(['d', '炉登', 'qqqqqq', '天上的星星'])('but not by guessing: %s', (typed) =>
      expect(findCategories(kinds as never, typed)).toEqual([]),
    )
  })
})

describe('the code a page was opened with', () => {
  const link = 'https://mashang.example/s/K7Q2M9XA?from=poster'
  it.each([
    [{ code: 'K7Q2M9XA' }, 'K7Q2M9XA'],
    [{ q: encodeURIComponent(link) }, 'K7Q2M9XA'],
    [{ q: encodeURIComponent(encodeURIComponent(link)) }, 'K7Q2M9XA'],
    [{ q: link }, 'K7Q2M9XA'],
    [{ scene: 'K7Q2M9XA' }, 'K7Q2M9XA'],
    [{ q: '%E0%A4%A' }, ''],
    [{}, ''],
  ])('%o', (query, code) => expect(scannedCode(query as Record<string, string>)).toBe(code))
})

describe('places', () => {
  const station = { lat: 23.1255, lng: 113.2695 }
  it('are moved and measured in metres', () => {
    const there = moved(station, { east: 300, north: -400 })
    expect(metresBetween(station, there)).toBeCloseTo(500, 0)
    expect(directionOf(station, there)).toBe('se')
    expect(directionOf(station, moved(station, { east: -1, north: 0 }))).toBe('w')
    expect(directionOf(station, moved(station, { east: 0, north: -9 }))).toBe('s')
  })
  it('come back from the datum of WeChat’s maps', () => {
    const shifted = toGcj02(station)
    expect(metresBetween(station, shifted)).toBeGreaterThan(300)
    expect(metresBetween(station, fromGcj02(shifted))).toBeLessThan(0.1)
  })
})

describe('an event in words', () => {
  const title = (changes: Parameters<typeof event>[0]) =>
    eventLook(event(changes), language.getState().t, formatIn('zh-hans')).title
  it('tells dissatisfaction by what it leads to', () => {
    expect(title({ action: 'rate', to: 'closed', data: { satisfied: true } })).toContain('满意')
    expect(title({ action: 'rate', to: 'assigned', data: { satisfied: false } })).toContain('再办一次')
    expect(title({ action: 'rate', to: 'in_review', data: { satisfied: false } })).toContain('人大督办')
  })
  it('tells what the clock did', () => {
    const actor = { role: 'clock' as const, name: '系统' }
    expect(title({ action: 'archive', from: 'answered', to: 'closed', actor })).toContain('未评价')
    expect(title({ action: 'resume', from: 'needs_info', to: 'submitted', actor })).toContain('继续预审')
    expect(title({ action: 'escalate', actor, data: { level: 'station' } })).toContain('请联络站催办')
    expect(title({ action: 'escalate', actor, data: { level: 'supervisor' } })).toContain('报人大督办')
    expect(title({ action: 'unmerge', actor })).toBe('主件没有答复就结束了，恢复单独办理')
    expect(title({ action: 'unmerge', actor: { role: 'station', name: '联络站' } })).toBe(
      '不再合并，单独办理',
    )
  })
  it('names the report or the topic that an answer came with, and nothing where the number is withheld', () => {
    expect(title({ action: 'merge', data: { leadNumber: NUMBER } })).toContain('261123 4829 1753')
    expect(title({ action: 'merge', data: {} })).toBe('和另一件合并办理')
    expect(title({ action: 'settle', data: { leadNumber: NUMBER } })).toContain('261123 4829 1753')
    expect(title({ action: 'settle', data: { topicTitle: '路灯老化' } })).toContain('“路灯老化”')
    expect(title({ action: 'settle', data: {} })).toBe('已和同类反映统一答复')
  })
  it.each(locales)('says every action and every state in %s', async (locale) => {
    await speak(locale)
    const { t } = language.getState()
    const filled = { n: 1, name: 'x', date: 'x' }
    for (const action of ACTIONS) {
      const data = { days: 3, dueAt: 0, level: 'station', leadNumber: NUMBER, topicTitle: 'x' }
      const said = eventLook(event({ action, data }), t, formatIn(locale)).title
      expect(said, action).toMatch(/^[^{}]+$/)
      expect(said, action).not.toMatch(/report\.event/)
    }
    for (const state of STATES) {
      for (const kind of ['state', 'now', 'plain'] as const)
        expect(t(`report.${kind}.${state}`, filled), state).toMatch(/^[^{}]+$/)
    }
    await speak('zh-hans')
  })
  it('names the office a report went to', () => {
    expect(title({ action: 'assign', data: { bodyName: '区住建局' } })).toBe('交给区住建局办理')
    expect(title({ action: 'assign', data: { deputyName: '石彩盈' } })).toContain('石彩盈')
  })
})

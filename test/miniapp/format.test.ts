import { describe, expect, it } from 'vitest'
import { formatIn, shanghai } from '@/locale/format'

const now = '2026-12-01T08:00:00Z'
const zh = formatIn('zh-hans')
const hant = formatIn('zh-hant')
const en = formatIn('en')

describe('dates', () => {
  it('are those of Asia/Shanghai', () => {
    expect(shanghai('2026-12-07T16:00:00Z')).toMatchObject({
      year: 2026,
      month: 12,
      day: 8,
      weekday: 2,
      hour: 0,
    })
    expect(shanghai('2026-12-07T15:59:59Z')).toMatchObject({ day: 7, hour: 23, minute: 59 })
  })

  it('name the weekday', () => {
    expect(zh.date('2026-12-08T01:00:00Z', now)).toBe('12月8日（星期二）')
    expect(en.date('2026-12-08T01:00:00Z', now)).toBe('Tue 8 Dec')
  })

  it('name the year when it is another', () => {
    expect(zh.date('2026-12-31T16:00:00Z', now)).toBe('2027年1月1日（星期五）')
    expect(en.dateTime('2025-03-05T00:05:00Z', now)).toBe('5 Mar 2025 08:05')
  })
})

describe('spans', () => {
  it.each([
    ['2026-12-01T07:59:30Z', '刚刚', 'just now'],
    ['2026-12-01T07:55:00Z', '5 分钟前', '5 minutes ago'],
    ['2026-12-01T07:00:00Z', '1 小时前', '1 hour ago'],
    ['2026-11-29T07:00:00Z', '2 天前', '2 days ago'],
    ['2026-11-01T07:00:00Z', '11月1日', '1 Nov'],
  ])('%s reads %s', (at, chinese, english) => {
    expect(zh.ago(at, now)).toBe(chinese)
    expect(en.ago(at, now)).toBe(english)
  })

  it('tell what is left, and what is over', () => {
    expect(zh.left('2026-12-03T09:00:00Z', now)).toBe('还剩 2 天')
    expect(hant.left('2026-12-01T08:00:20Z', now)).toBe('還剩 1 分鐘')
    expect(zh.left('2026-11-30T07:00:00Z', now)).toBe('已超 1 天')
    expect(en.left('2026-12-01T09:00:00Z', now)).toBe('1 hour left')
  })
})

describe('numbers', () => {
  it('are grouped', () =>
    expect([0, 999, 16_720, 9_260_000].map(zh.number)).toEqual(['0', '999', '16,720', '9,260,000']))
  it('are rounded, never up to all', () =>
    expect([zh.percent(21, 22), zh.percent(9_999, 10_000)]).toEqual(['95.5%', '99.9%']))
  it('say nothing about nothing', () => expect(zh.percent(0, 0)).toBe('–'))
  it('keep whole percents whole', () => expect(zh.percent(29, 100)).toBe('29%'))
  it('measure the way', () => {
    expect(zh.distance(182)).toBe('180 米')
    expect(en.distance(1_240)).toBe('1.2 km')
  })
})

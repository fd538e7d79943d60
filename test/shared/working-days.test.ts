import { describe, expect, it } from 'vitest'
import { beginStep, limitDays, promiseAtSubmission } from '../../shared/domain/report-deadline.ts'
import {
  addWorkingDays,
  cityDate,
  endOfCityDay,
  workingDaysBetween,
  type CalendarDay,
  type WorkCalendar,
} from '../../shared/domain/working-days.ts'
import { RULES } from '../support/facts.ts'

/** National Day 2026 in miniature: off from Thursday 1 to Wednesday 7 October, made up for on Saturday 10. */
const off = { kind: 'holiday', name: '国庆节' } as const
const calendar: WorkCalendar = {
  coveredYears: [2026],
  days: new Map<string, CalendarDay>([
    ['2026-10-01', off],
    ['2026-10-02', off],
    ['2026-10-05', off],
    ['2026-10-06', off],
    ['2026-10-07', off],
    ['2026-10-10', { kind: 'workday', name: '国庆节' }],
  ]),
}

describe('working days', () => {
  it('skips weekends and holidays, counts make-up Saturdays, and says why', () => {
    const count = addWorkingDays(calendar, '2026-09-30', 3)
    expect(count.date).toBe('2026-10-10')
    expect(count.counted).toEqual(['2026-10-08', '2026-10-09', '2026-10-10'])
    expect(count.skipped).toContainEqual({ date: '2026-10-01', why: 'holiday', name: '国庆节' })
    expect(count.skipped).toContainEqual({ date: '2026-10-03', why: 'weekend', name: null })
    expect(count.provisional).toBe(false)
  })

  it('is provisional as soon as one day lies in an unpublished year', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1).provisional).toBe(false)
    expect(addWorkingDays(calendar, '2026-12-30', 2)).toMatchObject({ date: '2027-01-01', provisional: true })
  })

  it('counts the days between, the first excluded', () => {
    expect(workingDaysBetween(calendar, '2026-09-30', '2026-10-10')).toBe(3)
    expect(workingDaysBetween(calendar, '2026-10-10', '2026-09-30')).toBe(0)
  })

  it('refuses fractions and negative counts', () => {
    expect(() => addWorkingDays(calendar, '2026-10-08', 1.5)).toThrow(RangeError)
    expect(() => addWorkingDays(calendar, '2026-10-08', -1)).toThrow(RangeError)
  })

  it('lives in Guangzhou, whatever the machine’s zone', () => {
    expect(cityDate(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
    expect(new Date(endOfCityDay('2026-11-23')).toISOString()).toBe('2026-11-23T15:59:59.999Z')
  })
})

describe('limits', () => {
  it('prefers the category’s row to the complexity’s, and that one to the default', () => {
    const limits = [
      ...RULES.limits,
      { categoryCode: 'manhole-cover', complexity: 'simple' as const, step: 'handle' as const, days: 1 },
    ]
    expect(limitDays(limits, 'manhole-cover', 'simple', 'handle')).toBe(1)
    expect(limitDays(limits, 'street-lighting', 'simple', 'handle')).toBe(3)
    expect(() => limitDays([], 'street-lighting', 'simple', 'handle')).toThrow(RangeError)
  })

  it('promises the sum of the four steps and gives rating calendar days', () => {
    const promise = promiseAtSubmission(RULES, 'street-lighting', 'ordinary')
    // 1 + 1 + 5 + 1 working days after Monday 23 November.
    expect(promise.count.date).toBe('2026-12-03')
    expect(promise.count.counted).toHaveLength(8)
    expect(cityDate(beginStep(RULES, 'street-lighting', 'ordinary', 'rating').changes.dueAt)).toBe(
      '2026-11-30',
    )
    expect(cityDate(beginStep(RULES, 'street-lighting', 'complex', 'handle').changes.dueAt)).toBe(
      '2026-12-14',
    )
  })
})

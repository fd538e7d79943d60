import { expect, it } from 'vitest'
import { scansOfDay } from '../../scripts/seed/scans.ts'

const CODE = 'K7Q2M9XA'
const DAY_MS = 86_400_000
const dates = Array.from({ length: 364 }, (_, day) =>
  new Date(Date.parse('2026-01-05') + day * DAY_MS).toISOString().slice(0, 10),
)
const scans = dates.map((date) => scansOfDay(CODE, date))
const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

it('are the same for the same poster and day, and others for another poster', () => {
  expect(dates.map((date) => scansOfDay(CODE, date))).toEqual(scans)
  expect(dates.map((date) => scansOfDay('B4N8P2RT', date))).not.toEqual(scans)
})

it('vary from day to day, are more at weekends and now and then hardly any', () => {
  const isWeekend = (index: number) => index % 7 > 4
  expect(mean(scans.filter((_, day) => isWeekend(day)))).toBeGreaterThan(
    mean(scans.filter((_, day) => !isWeekend(day))) + 2,
  )
  expect(Math.min(...scans)).toBeLessThan(2)
  expect(Math.max(...scans)).toBeLessThan(30)
  expect(new Set(scans).size).toBeGreaterThan(8)
})

import { describe, expect, it } from 'vitest'
import { byDay, byStory, momentsOf, type Moment } from '../../scripts/seed/moments.ts'
import type { DemoProblem } from '../../worker/demo-city/problem-script-shape.ts'
import type { DemoReport } from '../../worker/demo-city/report-script-shape.ts'
import { approve, assign, merge } from '../../worker/demo-city/script-steps.ts'

const NOW = Date.parse('2026-11-26T11:00:00+08:00')
const base = {
  channel: 'opinion',
  stationNumber: '0001',
  categoryCode: 'tap-water',
  text: '水管漏水。',
} as const

const LEAD: DemoReport = { ...base, key: 'lead', daysAgo: 2, steps: [assign(1, 'city-water', 'simple')] }
const FOLLOWER: DemoReport = { ...base, key: 'follower', daysAgo: 1.99, steps: [merge(1, 'lead', '同一处')] }
const OTHER: DemoReport = { ...base, key: 'other', daysAgo: 1, steps: [approve(20), approve(20)] }

/** The two reports have it in common, told of an hour after the follower was filed. */
const PROBLEM: DemoProblem = {
  key: 'problem',
  stationNumber: '0001',
  categoryCode: 'tap-water',
  reports: ['lead', 'other'],
  daysAgo: 1.5,
  steps: [
    { afterHours: 1, action: 'tell', text: '都是同一条水管。' },
    { afterHours: 60, action: 'approve' },
  ],
}

const moments = momentsOf({ reports: [OTHER, FOLLOWER, LEAD] }, NOW)
const keyOf = (moment: Moment) => ('problem' in moment ? moment.problem.key : moment.report.key)
const named = (list: typeof moments) => list.map((moment) => `${keyOf(moment)} ${moment.index}`)

describe('the moments of the scripts', () => {
  it('come in the order of time, without what lies ahead', () => {
    expect(named(moments)).toEqual(['lead -1', 'follower -1', 'lead 0', 'follower 0', 'other -1', 'other 0'])
    expect(moments[0]?.at).toBe(Date.parse('2026-11-24T11:00:00+08:00'))
    expect(moments[5]?.at).toBe(Date.parse('2026-11-26T07:00:00+08:00'))
  })

  it('of a report are told together with those of the report that leads it', () => {
    expect(byStory(moments).map(named)).toEqual([
      ['lead -1', 'follower -1', 'lead 0', 'follower 0'],
      ['other -1', 'other 0'],
    ])
  })

  it('of a problem come between those of its reports, and are one story with them and with whoever follows them', () => {
    const told = momentsOf({ reports: [OTHER, FOLLOWER, LEAD], problems: [PROBLEM] }, NOW)
    expect(named(told)).toEqual([
      'lead -1',
      'follower -1',
      'lead 0',
      'follower 0',
      'problem 0',
      'other -1',
      'other 0',
    ])
    expect(told[4]?.at).toBe(Date.parse('2026-11-25T00:00:00+08:00'))
    expect(byStory(told).map(named)).toEqual([named(told)])
  })

  it('belong to the day of the city', () => {
    const days = [...byDay(moments)].map(([end, day]) => [new Date(end).toISOString(), day.length])
    expect(days).toEqual([
      ['2026-11-24T15:59:59.999Z', 4],
      ['2026-11-25T15:59:59.999Z', 1],
      ['2026-11-26T15:59:59.999Z', 1],
    ])
  })
})

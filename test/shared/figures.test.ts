import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCounts,
  COUNTS,
  figuresOf,
  GROUPINGS,
  isNothing,
  problemsOf,
  type Counts,
  type FiguresAsked,
} from '../../shared/domain/figures.ts'

const counts = fc.record(
  Object.fromEntries(COUNTS.map((name) => [name, fc.nat(1000)])) as Record<
    keyof Counts,
    fc.Arbitrary<number>
  >,
)
const NOTHING = addCounts([])
const ALL: FiguresAsked = {
  by: 'month',
  from: null,
  to: null,
  district: null,
  category: null,
  station: null,
  body: null,
}

describe('counts', () => {
  it('of no set at all are nothing, and one of anything is something', () => {
    expect(isNothing(NOTHING)).toBe(true)
    for (const name of COUNTS) expect(isNothing({ ...NOTHING, [name]: 1 })).toBe(false)
  })

  it('add up name by name', () => {
    fc.assert(
      fc.property(counts, counts, counts, (a, b, c) => {
        const sum = addCounts([a, b, c])
        for (const name of COUNTS) expect(sum[name]).toBe(a[name] + b[name] + c[name])
      }),
    )
  })
})

describe('figures', () => {
  it('put every count in its place', () => {
    // Each count its own number, so that two that were exchanged would show.
    const each = Object.fromEntries(COUNTS.map((name, index) => [name, index + 1])) as Counts
    expect(figuresOf(each)).toEqual({
      received: each.received,
      open: each.open,
      awaitingRating: each.awaitingRating,
      overdue: each.overdue,
      closed: each.rated + each.notRated,
      rates: {
        answered: { numerator: each.answeredYes, denominator: each.rated },
        solved: { numerator: each.solvedYes, denominator: each.rated },
        satisfied: { numerator: each.satisfiedYes, denominator: each.rated },
      },
      excluded: {
        declined: each.declined,
        withdrawn: each.withdrawn,
        merged: each.merged,
        notRated: each.notRated,
      },
      onTime: {
        preReview: { numerator: each.preReviewOnTime, denominator: each.preReviewDone },
        sign: { numerator: each.signOnTime, denominator: each.signDone },
        handle: { numerator: each.handleOnTime, denominator: each.handleDone },
        review: { numerator: each.reviewOnTime, denominator: each.reviewDone },
        promise: { numerator: each.promiseOnTime, denominator: each.promiseDone },
      },
      bounces: each.bounces,
      escalations: each.escalations,
      rounds: { reopened: each.reopened },
    })
  })
})

describe('a question', () => {
  it('about the whole city can be split by everything but station', () => {
    for (const by of GROUPINGS)
      expect(Object.keys(problemsOf({ ...ALL, by }))).toEqual(by === 'station' ? ['district'] : [])
  })

  it('about stations side by side needs their district: no league table of the city', () => {
    expect(problemsOf({ ...ALL, by: 'station' })).toEqual({ district: { problem: 'required' } })
    expect(problemsOf({ ...ALL, by: 'station', district: '440104' })).toEqual({})
    expect(problemsOf({ ...ALL, by: 'station', station: '0001' })).toEqual({})
  })

  it.each([
    [{ station: '0001', body: 'b' }, ['station', 'body']],
    [{ station: '0001', by: 'body' }, ['station', 'by']],
    [{ body: 'b', by: 'station', district: '440104' }, ['by', 'body']],
  ] as const)('that crosses stations with bodies has no answer: %j', (change, fields) => {
    const problems = problemsOf({ ...ALL, ...change })
    expect(Object.keys(problems)).toEqual(fields)
    expect(new Set(Object.values(problems).map(({ problem }) => problem))).toEqual(new Set(['not_together']))
  })

  it('must not end before it begins; one day is a period', () => {
    expect(problemsOf({ ...ALL, from: '2026-11-23', to: '2026-11-22' })).toEqual({
      to: { problem: 'before_start' },
    })
    expect(problemsOf({ ...ALL, from: '2026-11-23', to: '2026-11-23' })).toEqual({})
    expect(problemsOf({ ...ALL, from: '2026-11-23' })).toEqual({})
  })
})

import { describe, expect, it } from 'vitest'
import { foldedText, limitsOf, stopOf, windowEnd, type Limit } from '../../shared/domain/limits.ts'
import { EASIEST_BITS, HARDEST_BITS } from '../../shared/domain/proof-of-work.ts'

const HOUR = 3_600_000
const soft: Limit = { deed: 'submit', per: 'station', window: 60, near: 10, most: null }
const hard: Limit = { deed: 'submit', per: 'address', window: 60, near: 10, most: 50 }
const stop = (limit: Limit, uses: number, bits = 0) => stopOf([{ limit, uses, endsAt: HOUR }], bits)

describe('who is stopped', () => {
  it('is nobody below', () => {
    expect(stopOf([], 0)).toBeNull()
    expect(stop(soft, 9)).toBeNull()
  })

  it('is asked for work that doubles when the uses have doubled, up to a bound', () => {
    const asked = [10, 19, 20, 39, 40, 80, 160, 1_000_000].map((uses) => stop(soft, uses))
    const bits = asked.map((answer) => (answer && !answer.wait ? answer.bits - EASIEST_BITS : null))
    expect(bits).toEqual([0, 0, 1, 1, 2, 3, 4, HARDEST_BITS - EASIEST_BITS])
  })

  it('passes with exactly the work that was asked for', () => {
    for (const uses of [10, 19, 20, 79, 80, 1_000_000]) {
      const asked = stop(soft, uses)
      const bits = asked && !asked.wait ? asked.bits : 0
      expect(stop(soft, uses, bits)).toBeNull()
      expect(stop(soft, uses, bits - 1)).toEqual(asked)
    }
  })

  it('waits at the end, whatever work was done', () => {
    expect(stop(hard, 49, HARDEST_BITS)).toBeNull()
    expect(stop(hard, 50, HARDEST_BITS)).toEqual({ wait: true, untilAt: HOUR })
  })

  it('hears of the wait before the work, and of the longest and the hardest', () => {
    const at = (limit: Limit, uses: number, endsAt: number) => ({ limit, uses, endsAt })
    expect(stopOf([at(soft, 40, 1), at(hard, 50, 2), at(hard, 60, 3)], 0)).toEqual({ wait: true, untilAt: 3 })
    expect(stopOf([at(soft, 10, 1), at(hard, 20, 2)], 0)).toEqual({ wait: false, bits: EASIEST_BITS + 1 })
  })
})

it('a window of a day is the city’s day', () => {
  const day: Limit = { ...hard, window: 1440 }
  const midnight = Date.parse('2026-11-24T00:00:00+08:00')
  expect(windowEnd(day, midnight - 1)).toBe(midnight)
  expect(windowEnd(day, midnight)).toBe(midnight + 24 * HOUR)
  expect(windowEnd(hard, midnight - 1)).toBe(midnight)
  expect(windowEnd({ ...hard, window: 15 }, midnight + 1)).toBe(midnight + HOUR / 4)
})

describe('the rules of a city', () => {
  it.each([true, false])('can be met, each of them (demonstration: %s)', (demoCity) => {
    const rules = limitsOf({ demoCity })
    expect(rules.length).toBeGreaterThan(10)
    expect(rules.filter(({ near, most }) => near === null && most === null)).toEqual([])
    expect(rules.filter(({ near, most }) => near !== null && most !== null && near >= most)).toEqual([])
    // Windows begin with the day, so each must fit into it.
    expect(rules.filter(({ window }) => 1440 % window !== 0)).toEqual([])
    const names = rules.map(({ deed, per, window }) => `${deed} ${per} ${window}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each([true, false])(
    'lock nobody out by a name or number that others know (demonstration: %s)',
    (demoCity) => {
      const known = limitsOf({ demoCity }).filter(({ per }) =>
        ['username', 'number', 'station'].includes(per),
      )
      expect(known).toHaveLength(3)
      expect(known.filter(({ most }) => most !== null)).toEqual([])
    },
  )
})

it('a wording is the same in other sizes, widths and marks, and another one with another word', () => {
  const folded = foldedText('路灯坏了，ABC 12！')
  expect(foldedText('  路灯坏了。ａｂｃ１２')).toBe(folded)
  expect(foldedText('路灯亮了，ABC 12！')).not.toBe(folded)
})

import { expect, it } from 'vitest'
import { percentOf } from '../../shared/domain/percent.ts'

const percent = (numerator: number, denominator: number) => percentOf({ numerator, denominator })

it.each([
  [21, 22, 95.5],
  [1, 3, 33.3],
  [2, 3, 66.7],
  [29, 100, 29],
  [1, 16, 6.3],
  [5, 5, 100],
  [0, 7, 0],
])('rounds %i of %i to the nearest tenth', (numerator, denominator, expected) => {
  expect(percent(numerator, denominator)).toBe(expected)
})

it('is 100 for all and 0 for none only', () => {
  expect(percent(9_996, 10_000)).toBe(99.9)
  expect(percent(99_999, 100_000)).toBe(99.9)
  expect(percent(1, 10_000)).toBe(0.1)
  for (let denominator = 1; denominator <= 3_000; denominator += 1) {
    expect(percent(denominator, denominator)).toBe(100)
    if (denominator === 1) continue
    expect(percent(denominator - 1, denominator)).toBeLessThan(100)
    expect(percent(1, denominator)).toBeGreaterThan(0)
  }
})

it('is nowhere further from the truth than the rules bend it, and never falls where the share grows', () => {
  for (let denominator = 1; denominator <= 250; denominator += 1) {
    let before = -1
    for (let numerator = 0; numerator <= denominator; numerator += 1) {
      const shown = percent(numerator, denominator) ?? Number.NaN
      expect(Math.abs(shown - (100 * numerator) / denominator)).toBeLessThanOrEqual(0.05 + 1e-9)
      expect(shown).toBeGreaterThanOrEqual(before)
      before = shown
    }
  }
})

it('says nothing of nothing', () => {
  expect(percent(0, 0)).toBeNull()
})

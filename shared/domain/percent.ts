import type { Share } from './figures.ts'

/**
 * A share in percent, to one decimal; null where there is nothing to divide by. The one rule for every page, every
 * table that is taken from a page, and `npm run figures:verify`:
 *
 * - rounded to the nearest tenth, a half upwards: 21 of 22 are 95.5 %, not 95.4;
 * - never 100 unless it is all of them: 9,996 of 10,000 are 99.9 %;
 * - never 0 unless it is none of them: 1 of 10,000 is 0.1 %.
 *
 * A percentage never stands without its numerator and denominator, so what the last two rules bend can be seen.
 */
export function percentOf({ numerator, denominator }: Share): number | null {
  if (denominator <= 0) return null
  const tenths = Math.round((1000 * numerator) / denominator)
  if (numerator < denominator && tenths >= 1000) return 99.9
  return numerator > 0 && tenths === 0 ? 0.1 : tenths / 10
}

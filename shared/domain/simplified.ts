import { SIMPLIFIED_PAIRS } from './simplified-pairs.ts'

const SIMPLIFIED = new Map(
  [...SIMPLIFIED_PAIRS.matchAll(/(.)(.)/gu)].map(([, hant = '', hans = '']) => [hant, hans]),
)

/** A text in Simplified characters, one for one: for comparing, not for reading. */
export function toSimplified(text: string): string {
  return [...text].map((letter) => SIMPLIFIED.get(letter) ?? letter).join('')
}

/** Of all pairs those, Traditional and Simplified in turn, whose Simplified character occurs in the text. */
export function pairsIn(text: string): string {
  const used = new Set(text)
  return [...SIMPLIFIED].flatMap(([hant, hans]) => (used.has(hans) ? [hant + hans] : [])).join('')
}

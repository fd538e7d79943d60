/** As much of a text as is compared: what is wrong is said at its beginning, and a long tail hides what is alike. */
const COMPARED_CHARACTERS = 300

/**
 * A text as it is compared: lower-case letters and digits only, full-width ones as plain ones. Traditional and
 * Simplified characters stay apart.
 */
export function foldText(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return folded.slice(0, COMPARED_CHARACTERS)
}

/** The pairs of neighbouring characters of a text as numbers, in order and without repeats. */
export type Bigrams = Uint32Array

export function bigramsOf(text: string): Bigrams {
  const folded = foldText(text)
  const pairs = new Set<number>()
  for (let index = 0; index + 1 < folded.length; index += 1)
    pairs.add(folded.charCodeAt(index) * 65_536 + folded.charCodeAt(index + 1))
  return Uint32Array.from(pairs).sort()
}

/**
 * How alike two texts are: Dice's coefficient over their pairs of characters, from 0 (nothing in common) to 1 (the
 * same pairs). Chinese has no spaces between words; pairs of characters do for words.
 */
export function likeness(a: Bigrams, b: Bigrams): number {
  let both = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0
    const y = b[j] ?? 0
    if (x === y) both += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return a.length + b.length === 0 ? 0 : (2 * both) / (a.length + b.length)
}

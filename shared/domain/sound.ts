import { isNearly } from './near-text.ts'

/** How a text is heard: its syllables in Hanyu Pinyin without tones. */
export type Sound = readonly string[]

export function soundOf(syllables: string): Sound {
  return syllables.split(' ').filter(Boolean)
}

/** Whether the typed letters are these syllables from some place on; the last one may be unfinished. */
export function isSpelledIn(typed: string, sound: Sound): boolean {
  return sound.some((_, from) => sound.slice(from).join('').startsWith(typed))
}

/** Whether the typed letters are the initials of these syllables from some place on. */
export function areInitialsIn(typed: string, sound: Sound): boolean {
  return sound
    .map((syllable) => syllable.slice(0, 1))
    .join('')
    .includes(typed)
}

/** What southern ears do not tell apart: zh and z, ch and c, sh and s, n and l at the beginning, ng and n at the end. */
function heardAlike(letters: string): string {
  return letters
    .replaceAll(/([zcs])h/g, '$1')
    .replaceAll('ng', 'n')
    .replaceAll('l', 'n')
}

/** As `isSpelledIn`, by ear, or with one wrong letter. */
export function isNearlySpelledIn(typed: string, sound: Sound): boolean {
  const alike = heardAlike(typed)
  return sound.some((_, from) => {
    const rest = sound.slice(from).join('')
    if (heardAlike(rest).startsWith(alike)) return true
    return [-1, 0, 1].some((more) => isNearly(typed, rest.slice(0, typed.length + more)))
  })
}

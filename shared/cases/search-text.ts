import { SIMPLIFIED_BY_TRADITIONAL } from './search-index.ts'

/** Simplified by Traditional; a character that no case uses is nothing to be found, so it needs no pair. */
const SIMPLIFIED = new Map(
  [...SIMPLIFIED_BY_TRADITIONAL.matchAll(/(.)(.)/gu)].map(([, hant = '', hans = '']) => [hant, hans]),
)

/** A text as it is compared: one width, lower case, Simplified, without spaces and marks. */
export function searchText(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()]
    .map((letter) => SIMPLIFIED.get(letter) ?? letter)
    .join('')
    .replaceAll(/[^\p{L}\p{N}+%.]/gu, '')
}

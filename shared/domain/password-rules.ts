import type { PasswordProblem } from './password-problems.ts'
import { COMMON_WORDS, OFFICE_WORDS, PLACE_WORDS, RUNS } from './password-words.ts'

/** In characters as people count them. Nothing is asked of their kinds: length is what makes guessing dear. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const

/** So few characters beside what everybody would guess make it no better. */
const FEW = 3
const SHORTEST_RUN = 4

/** Letters and digits alone, wide ones narrow, large ones small: what people believe to be other passwords. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '!': 'i',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
}

/** `P@ssw0rd` is `password`. */
function withoutLookalikes(text: string): string {
  return text.replace(/[@$!013457]/g, (sign) => LOOKALIKES[sign] ?? sign)
}

/** True for one piece over and over, also when the last one is cut: `abcabcabcabc`, `1234123412341`. */
function repeatsOnePiece(text: string): boolean {
  const signs = [...text]
  for (let length = 1; length * 2 <= signs.length; length += 1) {
    if (signs.every((sign, index) => sign === signs[index % length])) return true
  }
  return false
}

const LONGEST_FIRST = (a: string, b: string) => b.length - a.length

/** The text without those words; the longest are taken first. */
function without(text: string, words: readonly string[]): string {
  return words.toSorted(LONGEST_FIRST).reduce((left, word) => left.replaceAll(word, ' '), text)
}

const BOTH_WAYS = RUNS.flatMap((run) => [run, [...run].toReversed().join('')])

/** Length of the run of neighbours that begins at `start`, 0 when it is none. */
function runAt(text: string, start: number): number {
  let length = 0
  const isRun = (end: number) => BOTH_WAYS.some((run) => run.includes(text.slice(start, end)))
  while (start + length < text.length && isRun(start + length + 1)) length += 1
  return length >= SHORTEST_RUN ? length : 0
}

function withoutRuns(text: string): string {
  let left = ''
  for (let index = 0; index < text.length;) {
    const length = runAt(text, index)
    left += length > 0 ? ' ' : (text[index] ?? '')
    index += length || 1
  }
  return left.replace(/(.)\1{3,}/gu, ' ')
}

/** Whether hardly anything is left of a password when what is guessed first, and then the digits, are taken away. */
function isOnly(text: string, words: readonly string[]): boolean {
  const left = withoutRuns(without(text, words))
  if (left === text) return false
  return [...left.replace(/[\s\p{N}]/gu, '')].length <= FEW
}

/** The parts of a name that are long enough to mean it: `station.demo` is also `station`. */
function ownWords(own: readonly (string | null | undefined)[]): string[] {
  const parts = own.flatMap((name) => [name ?? '', ...(name ?? '').split(/[^\p{L}\p{N}]+/u)]).map(folded)
  return parts.filter((part) => part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 3))
}

/**
 * What is wrong with a new password, null for nothing. Refused is what an attacker tries first: words from the lists,
 * places of the city, the person's own names, with whatever digits, runs and signs around them.
 *
 * @param own the account's user name, the person's name, the office's
 */
export function passwordProblem(
  password: string,
  own: readonly (string | null | undefined)[] = [],
): PasswordProblem | null {
  const normal = password.normalize('NFKC')
  const length = [...normal].length
  if (length < PASSWORD_LENGTH.least) return 'password_short'
  if (length > PASSWORD_LENGTH.most) return 'password_long'
  const plain = folded(normal)
  if (repeatsOnePiece(normal.toLowerCase()) || repeatsOnePiece(plain)) return 'password_repeats'
  const readings = [plain, folded(withoutLookalikes(normal.toLowerCase()))]
  const guessedBy = (words: readonly string[]) => readings.some((text) => isOnly(text, words))
  const names = ownWords(own)
  const common = [...COMMON_WORDS, ...OFFICE_WORDS]
  if (guessedBy(common)) return 'password_common'
  if (guessedBy([...common, ...PLACE_WORDS])) return 'password_place'
  return guessedBy([...common, ...PLACE_WORDS, ...names]) ? 'password_own' : null
}

import type { Category } from '@shared/contract/category.ts'
import { isNearlyIn } from '@shared/domain/near-text.ts'
import { areInitialsIn, isNearlySpelledIn, isSpelledIn, type Sound, soundOf } from '@shared/domain/sound.ts'

const MOST = 6

interface Sought {
  name: string
  group: string
  /** its keywords and its name */
  words: readonly string[]
  sounds: readonly Sound[]
}

/** What is compared of a category and of what was typed: lower case, Simplified, without spaces and marks. */
function folded(text: string, simplified: ReadonlyMap<string, string>): string {
  return [...text.normalize('NFKC').toLowerCase()]
    .map((letter) => simplified.get(letter) ?? letter)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** How well a category fits: its name counts more than a word of its keywords, a longer word more than a short one. */
function fit({ name, group, words }: Sought, typed: string): number {
  const inTyped = words
    .filter((word) => word.length > 1 && typed.includes(word))
    .reduce((sum, word) => sum + word.length, 0)
  const starts = words.filter((word) => word.includes(typed)).length
  const named = name.includes(typed) ? 3 : group.includes(typed) ? 1 : 0
  return inTyped * 2 + starts + named
}

const LETTERS = /^[a-z]+$/
/** Shorter sounds are a part of anything. */
const LEAST_LETTERS = 2
const LEAST_IN_SENTENCE = 6

/** The same, by Hanyu Pinyin or its initials; a whole sentence may be typed so. */
function fitBySound({ sounds }: Sought, typed: string): number {
  if (!LETTERS.test(typed) || typed.length < LEAST_LETTERS) return 0
  const points = sounds.map((sound) => {
    const word = sound.join('')
    if (isSpelledIn(typed, sound)) return 3
    if (word.length >= LEAST_IN_SENTENCE && typed.includes(word)) return 3
    return areInitialsIn(typed, sound) ? 2 : 0
  })
  return points.reduce<number>((sum, more) => sum + more, 0)
}

/** One wrong letter of five, one wrong character of three: less would be a guess. */
const FEWEST_LETTERS = 5
const FEWEST_CHARACTERS = 3

/** Asked only when nothing fits: one character is wrong, missing or too many. */
function nearFit({ words, sounds }: Sought, typed: string): number {
  if (LETTERS.test(typed)) {
    if (typed.length < FEWEST_LETTERS) return 0
    return sounds.filter((sound) => isNearlySpelledIn(typed, sound)).length
  }
  if (typed.length < FEWEST_CHARACTERS) return 0
  const near = (word: string) =>
    isNearlyIn(typed, word) || (word.length > FEWEST_CHARACTERS && isNearlyIn(word, typed))
  return words.filter(near).length
}

interface Candidate {
  category: Category
  sought: Sought
  typed: string
}

function candidate(category: Category, typed: string): Candidate {
  const { name, group, keywords, sounds, traditional } = category
  const simplified = new Map(
    [...traditional.matchAll(/(.)(.)/gu)].map(([, hant = '', hans = '']) => [hant, hans]),
  )
  const fold = (text: string) => folded(text, simplified)
  const sought = {
    name: fold(name),
    group: fold(group.name),
    words: [...keywords, name].map(fold),
    sounds: sounds.map(soundOf),
  }
  return { category, sought, typed: fold(typed) }
}

/**
 * The categories that fit what somebody typed in their own words, the best first: in either script, by Hanyu Pinyin or
 * its initials; when none fits, those that differ by one character.
 */
export function findCategories(categories: readonly Category[], typed: string): Category[] {
  const candidates = categories
    .map((category) => candidate(category, typed))
    .filter(({ typed: any }) => any !== '')
  for (const weigh of [fit, fitBySound, nearFit]) {
    const found = candidates
      .map(({ category, sought, typed: words }) => ({ category, points: weigh(sought, words) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
    if (found.length > 0) return found.slice(0, MOST).map(({ category }) => category)
  }
  return []
}

export interface CategoryGroup {
  code: string
  name: string
  icon: string
}

/** The groups in the order in which the categories come. */
export function groupsOf(categories: readonly Category[]): CategoryGroup[] {
  return [...new Map(categories.map(({ group }) => [group.code, group])).values()]
}

import { isNearlyIn } from '../domain/near-text.ts'
import { CASE_INDEX, type IndexedCase } from './search-index.ts'
import { areInitialsIn, isNearlySpelledIn, isSpelledIn, soundOf } from '../domain/sound.ts'
import { searchText } from './search-text.ts'

/**
 * The search over the cases: one function for the API and for the app, which also searches without a network. What is
 * compared has been prepared by `npm run cases:index`, so that nobody needs a dictionary.
 */

interface Searched extends IndexedCase {
  titleSound: readonly string[]
  wordSound: readonly (readonly string[])[]
  english: string
}

const CASES: readonly Searched[] = CASE_INDEX.map((one) => ({
  ...one,
  titleSound: soundOf(one.titlePinyin),
  wordSound: one.wordPinyin.split(',').map(soundOf),
  english: one.slug.replaceAll('-', ''),
}))

/** What a hit is worth: titles first, then who led it and everyday words for it, then its story. */
const WORTH = {
  title: 1000,
  english: 900,
  titleSound: 800,
  words: 700,
  initials: 650,
  wordSound: 600,
  summary: 500,
  story: 300,
} as const

/** Below every hit: what is nearly it. Asked only when nothing is. */
const NEARLY = { title: 100, titleSound: 90, words: 80, wordSound: 70, summary: 60, story: 40 } as const

const LETTERS = /^[a-z]+$/

/** A longer part of a title is worth more, the same part of a shorter title too. */
function titleWorth({ title }: Searched, sought: string): number {
  return WORTH.title + (title.startsWith(sought) ? 60 : 0) + Math.round((40 * sought.length) / title.length)
}

function soundWorth({ titleSound, wordSound, english }: Searched, typed: string): number {
  if (typed.length < 2) return 0
  if (typed.length > 2 && english.includes(typed)) return WORTH.english
  if (isSpelledIn(typed, titleSound)) return WORTH.titleSound
  if (areInitialsIn(typed, titleSound)) return WORTH.initials
  return wordSound.some((sound) => isSpelledIn(typed, sound) || areInitialsIn(typed, sound))
    ? WORTH.wordSound
    : 0
}

function worth(one: Searched, sought: string): number {
  if (one.title.includes(sought)) return titleWorth(one, sought)
  const heard = LETTERS.test(sought) ? soundWorth(one, sought) : 0
  if (heard > 0) return heard
  if (one.words.includes(sought)) return WORTH.words
  if (one.summary.includes(sought)) return WORTH.summary
  return one.story.includes(sought) ? WORTH.story : 0
}

/** One wrong letter of five, one wrong character of three: less would be a guess. */
const FEWEST_LETTERS = 5
const FEWEST_CHARACTERS = 3

function nearSound({ titleSound, wordSound }: Searched, typed: string): number {
  if (typed.length < FEWEST_LETTERS) return 0
  if (isNearlySpelledIn(typed, titleSound)) return NEARLY.titleSound
  return wordSound.some((sound) => isNearlySpelledIn(typed, sound)) ? NEARLY.wordSound : 0
}

function nearWorth(one: Searched, sought: string): number {
  if (LETTERS.test(sought)) return nearSound(one, sought)
  const { length } = [...sought]
  if (length < FEWEST_CHARACTERS) return 0
  if (isNearlyIn(sought, one.title)) return NEARLY.title
  if (one.words.split(',').some((word) => isNearlyIn(sought, word))) return NEARLY.words
  if (isNearlyIn(sought, one.summary)) return NEARLY.summary
  return length > FEWEST_CHARACTERS && isNearlyIn(sought, one.story) ? NEARLY.story : 0
}

const CHINESE = /^[\u4E00-\u9FFF]+$/
const SHORTEST_WORD = 2
/** Nobody types more in one go; what is longer is not taken apart. */
const MOST_CHARACTERS = 16

/** Words that are typed without a space between, '历史街区', each of which the case knows: the longest first. */
function piecesWorth(one: Searched, sought: string): number {
  for (let end = sought.length; end >= SHORTEST_WORD; end--) {
    const value = worth(one, sought.slice(0, end))
    const rest = sought.slice(end)
    const after = value > 0 && rest ? piecesWorth(one, rest) : 0
    if (value > 0 && (!rest || after > 0)) return value + after
  }
  return 0
}

function wordsWorth(one: Searched, sought: string): number {
  return CHINESE.test(sought) && sought.length <= MOST_CHARACTERS ? piecesWorth(one, sought) : 0
}

type Found = Map<string, number>

function findTerm(sought: string): Found {
  const by = (weigh: typeof worth) =>
    new Map(CASES.map((one) => [one.slug, weigh(one, sought)] as const).filter(([, value]) => value > 0))
  for (const weigh of [worth, wordsWorth, nearWorth]) {
    const found = by(weigh)
    if (found.size > 0) return found
  }
  return new Map()
}

/** What is found by every term, worth what all of them are together. */
function findAll(terms: readonly string[]): Found {
  const each = terms.map(findTerm)
  const byAll = [...(each[0] ?? new Map<string, number>()).keys()].filter((slug) =>
    each.every((found) => found.has(slug)),
  )
  return new Map(byAll.map((slug) => [slug, each.reduce((sum, found) => sum + (found.get(slug) ?? 0), 0)]))
}

/**
 * The slugs of the cases that `q` finds, the best first; null when it asks for nothing. Simplified finds Traditional
 * and back; so do Hanyu Pinyin, its initials, English words of the address, several words in one, and a slip of one
 * character.
 */
export function searchCases(q: string): readonly string[] | null {
  const terms = q
    .split(/[\s,，、。；;]+/u)
    .map(searchText)
    .filter(Boolean)
  if (terms.length === 0) return null
  // 'sui shou pai' is one word to whoever types it.
  const joined = findTerm(terms.join(''))
  const found = joined.size > 0 || terms.length === 1 ? joined : findAll(terms)
  const order = CASES.map(({ slug }) => slug)
  return [...found.keys()].toSorted(
    (one, other) =>
      (found.get(other) ?? 0) - (found.get(one) ?? 0) || order.indexOf(one) - order.indexOf(other),
  )
}

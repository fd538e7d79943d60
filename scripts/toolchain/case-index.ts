import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { CASE_KEYWORDS } from '../../shared/cases/keywords.ts'
import { REFORM_CASES } from '../../shared/cases/library.ts'
import type { ReformCase } from '../../shared/cases/reform-case.ts'

const toSimplified = Converter({ from: 't', to: 'cn' })

/** As `searchText` folds, without its table, which is made here. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+%.]/gu, '')
}

/** Syllables without tones; what is no Chinese stays as one. */
function sound(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => folded(syllable))
    .filter(Boolean)
    .join(' ')
}

function entryOf(one: ReformCase) {
  const { slug, title, lead, summary, body, steps, figures } = one
  const words = [...lead.split('、'), ...(CASE_KEYWORDS[slug] ?? [])]
  const told = figures.flatMap(({ label, text, counts }) => [label, text, counts])
  return {
    slug,
    title: folded(title),
    titlePinyin: sound(title),
    words: words.map(folded).join(','),
    wordPinyin: words.map(sound).join(','),
    summary: folded(summary),
    story: [...body, ...steps, ...told].map(folded).join(' '),
  }
}

/** Every Traditional character, also a rare form, that stands for one which the cases use: pairs in one text. */
function pairsFor(used: ReadonlySet<string>): string {
  // Both are written for 着, which opencc leaves to the context.
  const pairs: string[] = used.has('着') ? ['著着'] : []
  for (let point = 0x4e00; point <= 0x9fff; point++) {
    const hant = String.fromCodePoint(point)
    const hans = toSimplified(hant)
    if (hans !== hant && hans.length === 1 && used.has(hans)) pairs.push(hant + hans)
  }
  return pairs.join('')
}

/** The text of `shared/cases/search-index.ts`, before it is formatted. */
export function caseIndexSource(): string {
  const entries = REFORM_CASES.map(entryOf)
  const used = new Set(JSON.stringify(entries))
  return `/**
 * Made by \`npm run cases:index\` from the cases and their everyday words; not to be changed by hand. Texts are folded as
 * \`searchText\` folds, syllables of pinyin have spaces between, words have commas.
 */
export interface IndexedCase {
  slug: string
  title: string
  titlePinyin: string
  words: string
  wordPinyin: string
  summary: string
  story: string
}

export const CASE_INDEX: readonly IndexedCase[] = ${JSON.stringify(entries, null, 2)}

/** Traditional and Simplified character in turn, those that the cases use. */
export const SIMPLIFIED_BY_TRADITIONAL = ${JSON.stringify(pairsFor(used))}
`
}

/** Words shown as a reason. */
const MOST_WORDS = 5
/** A word counts as shared when this part of the texts has it. */
const SHARED_BY = 0.6
/** Longer ones are sentences, not words. */
const LONGEST = 6
/** Characters that hold sentences together and tell nothing of the matter. */
const EMPTY = new Set(
  '的了是在有和与也都很就还又不没这那个们我你他她它着过到去来上下一吗呢吧啊请希望能会要把被从对给让等多',
)

/** The runs of Chinese characters that could be words, and words in Latin letters. */
function runsOf(text: string): string[] {
  const runs = text.toLowerCase().match(/\p{Script=Han}+|[a-z]{4,}/gu) ?? []
  return runs.flatMap((run) =>
    /[a-z]/.test(run) ? [run] : run.split(new RegExp(`[${[...EMPTY].join('')}]`, 'u')),
  )
}

/** Every piece of a run that could be a word: two to six characters, or the Latin word itself. */
function piecesOf(run: string): string[] {
  if (/[a-z]/.test(run)) return [run]
  const pieces: string[] = []
  for (let start = 0; start < run.length; start += 1) {
    const last = Math.min(run.length, start + LONGEST)
    for (let end = start + 2; end <= last; end += 1) pieces.push(run.slice(start, end))
  }
  return pieces
}

/** Whether two Chinese words share a pair of characters: then the second says little that is new. */
function overlap(a: string, b: string): boolean {
  return [...a].some((_, index) => index + 1 < a.length && b.includes(a.slice(index, index + 2)))
}

/** The words that most of the texts have in common: those of the most texts first, then the longest. */
export function sharedWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const piece of new Set(runsOf(text).flatMap(piecesOf)))
      counts.set(piece, (counts.get(piece) ?? 0) + 1)
  }
  const enough = Math.max(2, texts.length * SHARED_BY)
  const words = [...counts].filter(([, count]) => count >= enough)
  const byWeight = words.sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))
  const chosen: string[] = []
  for (const [word] of byWeight) {
    if (chosen.length === MOST_WORDS) break
    if (/[a-z]/.test(word) || !chosen.some((known) => overlap(known, word))) chosen.push(word)
  }
  return chosen
}

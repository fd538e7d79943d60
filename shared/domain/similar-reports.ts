import { metresBetween, type LatLng } from './geo.ts'
import { LINK_LIKENESS, LINK_METRES } from './report-clusters.ts'
import { bigramsOf, likeness } from './text-likeness.ts'

/** What somebody is about to file. */
export interface Sought {
  place: LatLng | null
  categoryCode: string | null
  text: string
}

/** A report that may tell of the same thing, as everybody may read it. */
export interface SimilarCandidate {
  category: { code: string }
  text: string
  place: LatLng | null
}

/** No more are shown: whoever must read a list files again instead. */
export const MOST_SIMILAR = 5
/** Without a place only words can tell, and they must tell more. */
const LIKENESS_ALONE = 0.35

/** Metres between what is sought and a candidate; null where one of them has no place. */
export function distanceTo(sought: Sought, { place }: SimilarCandidate): number | null {
  return sought.place && place ? Math.round(metresBetween(sought.place, place)) : null
}

/**
 * How much speaks for it that a candidate is the same thing: from 0, not similar, to 3. Near in place, alike in words,
 * of one kind; of these three two must hold, as each alone is common.
 */
export function similarity(sought: Sought, candidate: SimilarCandidate): number {
  const metres = distanceTo(sought, candidate)
  if (metres !== null && metres > LINK_METRES) return 0
  const alike = likeness(bigramsOf(sought.text), bigramsOf(candidate.text))
  const isOneKind = sought.categoryCode === candidate.category.code
  const isAlike = alike >= (metres === null ? LIKENESS_ALONE : LINK_LIKENESS)
  if (metres === null ? !isAlike : !isAlike && !isOneKind) return 0
  const nearness = metres === null ? 0 : 1 - metres / LINK_METRES
  return nearness + Number(isOneKind) + alike
}

/** The candidates that are similar, the most similar first. */
export function rankSimilar<T extends SimilarCandidate>(sought: Sought, candidates: readonly T[]): T[] {
  return candidates
    .map((candidate) => ({ candidate, weight: similarity(sought, candidate) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_SIMILAR)
    .map(({ candidate }) => candidate)
}

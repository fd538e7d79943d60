import { metresBetween } from './geo.ts'
import { sharedWords } from './shared-words.ts'
import { bigramsOf, likeness, type Bigrams } from './text-likeness.ts'
import { MOST_REPORTS } from './topic-members.ts'

const DAY_MS = 86_400_000

/** Two reports nearer than this may be about one thing: a few street corners. */
export const LINK_METRES = 500
/** Two reports farther apart in time are two occurrences. */
export const LINK_DAYS = 30
/**
 * From this likeness on two texts may be about one thing. In the demonstration city two texts of one category about
 * different things reach 0.14 at most (79 pairs, nine in ten below 0.09); what different people write about one thing
 * lies between 0.2 and 0.6.
 */
export const LINK_LIKENESS = 0.2
/** Fewer are no common problem. */
export const FEWEST_REPORTS = 3
/** A chain of near ones must not grow over half a district. */
export const MOST_METRES_ACROSS = 1000

/** A report of one category and district that may be part of a cluster. Position in degrees, time in milliseconds. */
export interface ClusterCandidate {
  id: number
  text: string
  position: { lat: number; lng: number } | null
  /** The street its station lies in. */
  streetCode: string | null
  createdAt: number
}

/** What speaks for a cluster. Times in milliseconds. */
export interface ClusterReasons {
  /** From the middle to the farthest; null when none has a position. */
  radiusMetres: number | null
  days: number
  /** 0 to 1: the reports' similarity on average. */
  likeness: number
  sharedWords: string[]
  from: number
  to: number
}

/** Reports that are probably about one problem. */
export interface Cluster {
  /** Latest first. `similarity` is the likeness to the most alike of the others it is linked with. */
  members: { id: number; similarity: number }[]
  reasons: ClusterReasons
}

function isNear(a: ClusterCandidate, b: ClusterCandidate): boolean {
  if (a.position && b.position) return metresBetween(a.position, b.position) <= LINK_METRES
  return a.streetCode !== null && a.streetCode === b.streetCode
}

interface Link {
  a: number
  b: number
  likeness: number
}

/** The pairs that are alike, by their place in `reports`, which are in the order of time. */
function linksBetween(reports: readonly ClusterCandidate[], bigrams: readonly Bigrams[]): Link[] {
  const links: Link[] = []
  reports.forEach((report, a) => {
    for (let b = a + 1; b < reports.length; b += 1) {
      const other = reports[b]
      if (!other || other.createdAt - report.createdAt > LINK_DAYS * DAY_MS) break
      if (!isNear(report, other)) continue
      const alike = likeness(bigrams[a] ?? new Uint32Array(), bigrams[b] ?? new Uint32Array())
      if (alike >= LINK_LIKENESS) links.push({ a, b, likeness: alike })
    }
  })
  // The strongest first, so that where a cluster is full the weakest are left out; then by time, for a fixed order.
  return links.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
}

/** Places in `reports` that belong together. */
type Group = number[]

function metresAcross(positions: readonly { lat: number; lng: number }[]): number {
  if (positions.length === 0) return 0
  const lats = positions.map(({ lat }) => lat)
  const lngs = positions.map(({ lng }) => lng)
  const corner = { lat: Math.min(...lats), lng: Math.min(...lngs) }
  return metresBetween(corner, { lat: Math.max(...lats), lng: Math.max(...lngs) })
}

function positionsOf(reports: readonly ClusterCandidate[], group: Group): { lat: number; lng: number }[] {
  return group.flatMap((index) => reports[index]?.position ?? [])
}

/** Single link: whoever is alike to one of a group belongs to it, as far as the group may grow. */
function groupsOf(reports: readonly ClusterCandidate[], links: readonly Link[]): Group[] {
  const groups = reports.map((_, index): Group => [index])
  for (const { a, b } of links) {
    const first = groups[a] ?? []
    const second = groups[b] ?? []
    if (first === second || first.length + second.length > MOST_REPORTS) continue
    const joined = [...first, ...second]
    if (metresAcross(positionsOf(reports, joined)) > MOST_METRES_ACROSS) continue
    for (const index of joined) groups[index] = joined
  }
  return [...new Set(groups)].filter((group) => group.length >= FEWEST_REPORTS)
}

function radiusOf(positions: readonly { lat: number; lng: number }[]): number | null {
  if (positions.length === 0) return null
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = { lat: mean(positions.map(({ lat }) => lat)), lng: mean(positions.map(({ lng }) => lng)) }
  return Math.round(Math.max(...positions.map((position) => metresBetween(middle, position))))
}

function inHundredths(value: number): number {
  return Math.round(value * 100) / 100
}

function describe(
  reports: readonly ClusterCandidate[],
  group: Group,
  strongest: ReadonlyMap<number, number>,
): Cluster {
  const members = group.flatMap((index) => {
    const report = reports[index]
    return report ? [{ ...report, similarity: inHundredths(strongest.get(index) ?? 0) }] : []
  })
  const times = members.map(({ createdAt }) => createdAt)
  const from = Math.min(...times)
  const to = Math.max(...times)
  const sum = members.reduce((total, { similarity }) => total + similarity, 0)
  return {
    members: members.map(({ id, similarity }) => ({ id, similarity })).sort((a, b) => b.id - a.id),
    reasons: {
      radiusMetres: radiusOf(positionsOf(reports, group)),
      days: Math.ceil((to - from) / DAY_MS),
      likeness: inHundredths(sum / members.length),
      sharedWords: sharedWords(members.map(({ text }) => text)),
      from,
      to,
    },
  }
}

/**
 * Groups reports of one category and district that are near in place and time and alike in text. Pure and always the
 * same for the same reports; the time it takes grows with the square of their number, so ask for some hundred.
 */
export function findClusters(candidates: readonly ClusterCandidate[]): Cluster[] {
  const reports = [...candidates].sort((a, b) => a.createdAt - b.createdAt || a.id - b.id)
  const bigrams = reports.map(({ text }) => bigramsOf(text))
  const links = linksBetween(reports, bigrams)
  const groups = groupsOf(reports, links)
  const groupOf = new Map(groups.flatMap((group) => group.map((index) => [index, group])))
  const strongest = new Map<number, number>()
  for (const { a, b, likeness: alike } of links) {
    if (groupOf.get(a) === undefined || groupOf.get(a) !== groupOf.get(b)) continue
    for (const index of [a, b]) strongest.set(index, Math.max(strongest.get(index) ?? 0, alike))
  }
  return groups.map((group) => describe(reports, group, strongest))
}

import type { Cluster } from './report-clusters.ts'

/** A dismissed suggestion is shown again when this many reports have joined it since. */
const REVIVED_BY = 2

/** A suggestion as it stands. Reports by their ids. */
export interface KnownSuggestion {
  id: number
  reports: readonly number[]
  /** Those it had when it was dismissed; null while it is shown. */
  dismissed: readonly number[] | null
}

/** How the suggestions of a group follow what was found now. */
export interface SuggestionChanges {
  added: Cluster[]
  /** Those whose reports have changed; `isRevived` when a dismissed one is to be shown again. */
  changed: { id: number; cluster: Cluster; isRevived: boolean }[]
  /** Ids of those of which nothing is left. */
  removed: number[]
}

function common(cluster: Cluster, suggestion: KnownSuggestion): number {
  return cluster.members.filter(({ id }) => suggestion.reports.includes(id)).length
}

function hasSameReports(cluster: Cluster, suggestion: KnownSuggestion): boolean {
  return (
    cluster.members.length === suggestion.reports.length &&
    common(cluster, suggestion) === cluster.members.length
  )
}

function isRevived(cluster: Cluster, { dismissed }: KnownSuggestion): boolean {
  if (dismissed === null) return false
  return cluster.members.filter(({ id }) => !dismissed.includes(id)).length >= REVIVED_BY
}

/**
 * Compares the clusters of a group with its suggestions. A cluster continues the suggestion with which it has the most
 * reports in common, so that one that has grown stays the same to people; what is unchanged is not written.
 */
export function compareSuggestions(
  known: readonly KnownSuggestion[],
  clusters: readonly Cluster[],
): SuggestionChanges {
  const pairs = clusters
    .flatMap((cluster) =>
      known.map((suggestion) => ({ cluster, suggestion, common: common(cluster, suggestion) })),
    )
    .filter((pair) => pair.common > 0)
    .sort((a, b) => b.common - a.common || a.suggestion.id - b.suggestion.id)
  const continued = new Map<Cluster, KnownSuggestion>()
  const taken = new Set<KnownSuggestion>()
  for (const { cluster, suggestion } of pairs) {
    if (continued.has(cluster) || taken.has(suggestion)) continue
    continued.set(cluster, suggestion)
    taken.add(suggestion)
  }
  return {
    added: clusters.filter((cluster) => !continued.has(cluster)),
    changed: [...continued]
      .filter(([cluster, suggestion]) => !hasSameReports(cluster, suggestion))
      .map(([cluster, suggestion]) => ({
        id: suggestion.id,
        cluster,
        isRevived: isRevived(cluster, suggestion),
      })),
    removed: known.filter((suggestion) => !taken.has(suggestion)).map(({ id }) => id),
  }
}

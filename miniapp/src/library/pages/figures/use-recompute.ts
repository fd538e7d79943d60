import type { Statistics } from '@shared/contract/statistics.ts'
import { compareSeries } from '@shared/domain/compare-figures.ts'
import type { Line } from '@shared/domain/recomputed-figures.ts'
import { useMutation, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type { ApiError } from '@/api/api-error'
import { listOpenFigures } from '@/api/open-figures'
import type { StatisticsAsked } from '@/api/statistics'

/** What the page shows, and what it asked for. */
export interface Shown {
  asked: StatisticsAsked
  query: Pick<UseQueryResult<Statistics, ApiError>, 'refetch'>
}

export interface Recomputed {
  /** lines of the file that were added up */
  lines: number
  equal: number
  differences: readonly string[]
}

/** A report may move on between the two answers; twice in a row it hardly does. */
const TRIES = 2

/** Holds every number of the page against the sums of the open data, both as they are now. */
export function useRecompute(shown: readonly Shown[]): UseMutationResult<Recomputed, ApiError, void> {
  return useMutation({
    mutationFn: async () => {
      let found = await recompute(shown)
      for (let tried = 1; tried < TRIES && found.differences.length > 0; tried += 1)
        found = await recompute(shown)
      return found
    },
  })
}

async function recompute(shown: readonly Shown[]): Promise<Recomputed> {
  const all = await listOpenFigures()
  const answers = await Promise.all(shown.map(({ query }) => query.refetch({ throwOnError: true })))
  const used = new Set<Line>()
  const comparisons = shown.flatMap(({ asked }, at) => {
    const lines = all.filter((line) => fits(line, asked))
    for (const line of lines) used.add(line)
    return compareSeries(asked.by, asked.by, { ...answers[at]?.data }, lines)
  })
  return {
    lines: used.size,
    equal: comparisons.reduce((sum, { equal }) => sum + equal, 0),
    differences: comparisons.flatMap(({ differences }) => differences),
  }
}

/** What is asked for begins with a month, and goes on until today. */
function fits({ month, district, category }: Line, asked: StatisticsAsked): boolean {
  return (
    `${month}-01` >= asked.from &&
    (asked.district || district) === district &&
    (asked.category || category) === category
  )
}

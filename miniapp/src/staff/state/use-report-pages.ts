import type { ReportList, ReportRow } from '@shared/contract/report.ts'
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { listStaffReports } from '../api/staff-reports'
import { FIRST_PAGE, hasMore, pageOf, withPage } from './page-chain'
import { useLocale } from './use-locale'
import type { ListChoice } from './use-reports'

const PAGE = 50

/**
 * A list of any length, page by page. Only the pages in sight are read anew when something has changed; those that
 * nobody looks at any more are forgotten after a while and read again when somebody scrolls back.
 */
export function useReportPages(choice: ListChoice) {
  const locale = useLocale()
  const client = useQueryClient()
  const [chain, setChain] = useState(FIRST_PAGE)
  const [sight, setSight] = useState({ from: 0, to: 0 })
  const [isFetchingNextPage, setFetching] = useState(false)
  const [failure, setFailure] = useState<Error | null>(null)
  const optionsOf = (cursor: string) => ({
    queryKey: ['staff', 'reports', choice, locale, cursor],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      listStaffReports({ ...choice, limit: PAGE, cursor: cursor || undefined }, signal),
  })
  const cursors = chain.cursors.slice(sight.from, sight.to + 1)
  const { query, answers } = useQueries({ queries: cursors.map(optionsOf), combine: together })
  useEffect(() => {
    answers.forEach((page, at) => {
      if (page) setChain((now) => withPage(now, sight.from + at, page))
    })
  }, [sight.from, answers])
  const see = useCallback(
    (from: number, to: number) => {
      const next = { from: pageOf(chain, from), to: pageOf(chain, Math.max(from, to - 1)) }
      setSight((now) => (now.from === next.from && now.to === next.to ? now : next))
    },
    [chain],
  )
  const fetchNextPage = async () => {
    const index = chain.starts.length - 1
    const cursor = chain.cursors[index]
    if (cursor === undefined || isFetchingNextPage) return {}
    setFetching(true)
    setFailure(null)
    try {
      const page = await client.fetchQuery(optionsOf(cursor))
      setChain((now) => (now.cursors[index] === cursor ? withPage(now, index, page) : now))
      return { data: { pages: [page] } }
    } catch (error) {
      setFailure(error as Error)
      return {}
    } finally {
      setFetching(false)
    }
  }
  // Asked for once a drawing: a key of the cache is dear to make.
  const read = new Map<string, ReportList | undefined>()
  const itemsOf = (cursor: string): readonly ReportRow[] => {
    if (!read.has(cursor)) read.set(cursor, client.getQueryData<ReportList>(optionsOf(cursor).queryKey))
    return read.get(cursor)?.items ?? []
  }
  const rowAt = (index: number): ReportRow | undefined => {
    const page = pageOf(chain, index)
    return itemsOf(chain.cursors[page] ?? '')[index - (chain.starts[page] ?? 0)]
  }
  const loaded = (most: number): ReportRow[] => {
    const rows: ReportRow[] = []
    for (const cursor of chain.cursors) {
      rows.push(...itemsOf(cursor))
      if (rows.length >= most) break
    }
    return rows.slice(0, most)
  }
  return {
    /** loading, failed, there: the first of the pages in sight */
    query,
    chain,
    see,
    rowAt,
    /** what has been read and not forgotten, from the top */
    loaded,
    hasNextPage: chain.starts.length > 1 && hasMore(chain),
    isFetchingNextPage,
    fetchNextPage,
    failure,
    /** when the top was last read, by the device's clock; 0: not yet */
    topReadAt: client.getQueryState(optionsOf('').queryKey)?.dataUpdatedAt ?? 0,
  }
}

export type ReportPages = ReturnType<typeof useReportPages>

/** What pages hold, the same array as long as none of them has changed; and how the first of them is doing. */
function together(pages: UseQueryResult<ReportList>[]) {
  return { query: pages[0], answers: pages.map(({ data }) => data) }
}

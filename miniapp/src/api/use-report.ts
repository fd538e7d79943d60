import { useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { language } from '@/locale/translate'
import { ApiError } from './api-error'
import { getReport } from './reports'

/** Names in an answer are in the reader's language, so the language is part of the key. */
export function reportKey(number: string, queryCode: string | null, locale: string) {
  return ['reports', 'one', number, queryCode, locale] as const
}

/** What react-query needs to read one report. */
export function reportQuery(number: string, queryCode: string | null, locale: string) {
  return {
    queryKey: reportKey(number, queryCode, locale),
    queryFn: ({ signal }: { signal?: AbortSignal }) => getReport(number, queryCode, signal),
    enabled: number !== '',
    retry: (failures: number, error: Error) => failures < 1 && error instanceof ApiError && error.isNetwork,
  }
}

/** How often a report that is being looked at is asked for anew, ms. */
const LIVE = 20_000

/** One report, kept fresh while `isWatched`: whoever waits for an answer sees it come. */
export function useReport(number: string, queryCode: string | null, isWatched = false) {
  const locale = useStore(language, (now) => now.locale)
  return useQuery({
    ...reportQuery(number, queryCode, locale),
    refetchInterval: isWatched ? LIVE : false,
    // Another page may have read it a moment ago.
    refetchOnMount: isWatched ? 'always' : true,
  })
}

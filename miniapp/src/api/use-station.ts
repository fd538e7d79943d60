import type { Station } from '@shared/contract/station.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { language } from '@/locale/translate'
import { keepAnswer } from '@/state/kept-answer'
import type { ApiError } from './api-error'
import { getStation } from './stations'
import { useKeptQuery } from './use-kept-query'

/**
 * A station by its code or number; nothing is asked for without one. Once it was open it is there without a network,
 * under both of its names.
 */
export function useStation(code: string | undefined): UseQueryResult<Station, ApiError> {
  const locale = useStore(language, (now) => now.locale)
  return useKeptQuery<Station>({
    queryKey: ['station', code, locale],
    queryFn: async ({ signal }) => {
      const station = await getStation(code ?? '', signal)
      const names = [station.code, station.number].filter((name) => name !== '' && name !== code)
      for (const name of names) keepAnswer(['station', name, locale].join('.'), station)
      return station
    },
    staleTime: 0,
    enabled: code !== undefined && code !== '',
  })
}

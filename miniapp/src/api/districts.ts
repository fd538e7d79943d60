import type { DistrictList } from '@shared/contract/district.ts'
import { useStore } from 'zustand'
import { language } from '@/locale/translate'
import { request } from './client'
import { useKeptQuery } from './use-kept-query'

/** They change with an import, not during a visit. */
const STALE_AFTER = 10 * 60_000

/** The city's districts, in the language on the screen; without a network those of the last visit. */
export function useDistricts() {
  const locale = useStore(language, (now) => now.locale)
  return useKeptQuery<DistrictList>({
    queryKey: ['districts', locale],
    queryFn: ({ signal }) => request<DistrictList>({ path: '/api/v1/districts', signal }),
    staleTime: STALE_AFTER,
  })
}

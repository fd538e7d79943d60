import { useEffect, useState } from 'react'
import { useSettled } from '@/components/search/use-settled'
import { keepInAddress } from '@/platform/keep-in-address'
import { useQuery } from '@/platform/navigation'
import { type CaseFilter, filterFrom, NO_FILTER } from './case-filter'

export interface CaseFilterState {
  filter: CaseFilter
  change: (part: Partial<CaseFilter>) => void
  clear: () => void
}

/** The filter of the library. It begins as the address says and is kept there. */
export function useCaseFilter(): CaseFilterState {
  const address = useQuery()
  const [filter, setFilter] = useState(() => filterFrom(address))
  // The list follows every letter, the address only a pause.
  const q = useSettled(filter.q)
  const { batch, theme, district } = filter
  useEffect(() => keepInAddress('cases', { q, batch, theme, district }), [q, batch, theme, district])
  return {
    filter,
    change: (part) => setFilter((now) => ({ ...now, ...part })),
    clear: () => setFilter(NO_FILTER),
  }
}

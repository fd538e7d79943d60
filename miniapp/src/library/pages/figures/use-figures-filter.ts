import { useEffect, useState } from 'react'
import { keepInAddress } from '@/platform/keep-in-address'
import { useQuery } from '@/platform/navigation'
import { ALL_FIGURES, filterFrom } from './figures-filter'
import type { FiguresFilter } from './figures-filter'

/** Which figures are shown; it begins as the address says and is kept there. */
export function useFiguresFilter() {
  const address = useQuery()
  const [filter, setFilter] = useState(() => filterFrom(address))
  const { period, district, category, measure } = filter
  useEffect(
    () => keepInAddress('figures', { period, district, category, measure }),
    [period, district, category, measure],
  )
  return {
    filter,
    change: (part: Partial<FiguresFilter>) => setFilter((now) => ({ ...now, ...part })),
    clear: () => setFilter(ALL_FIGURES),
  }
}

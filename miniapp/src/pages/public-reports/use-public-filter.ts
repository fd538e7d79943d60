import { useEffect, useState } from 'react'
import type { PublicFilter } from '@/api/public-reports'
import { useSettled } from '@/components/search/use-settled'
import { keepInAddress } from '@/platform/keep-in-address'
import { useQuery } from '@/platform/navigation'

const NO_FILTER: PublicFilter = { q: '', district: '', category: '', state: '', case: '' }

function filterFrom({
  q = '',
  district = '',
  category = '',
  state,
  case: slug = '',
}: Record<string, string | undefined>): PublicFilter {
  return {
    q,
    district,
    category,
    state: state === 'open' || state === 'answered' ? state : '',
    case: slug,
  }
}

/** The filter of the public list; it begins as the address says and is kept there. */
export function usePublicFilter() {
  const address = useQuery()
  const [filter, setFilter] = useState(() => filterFrom(address))
  const q = useSettled(filter.q)
  const { district, category, state, case: slug } = filter
  useEffect(
    () => keepInAddress('public-reports', { q, district, category, state, case: slug }),
    [q, district, category, state, slug],
  )
  return {
    filter,
    /** with the words typed so far only after a pause */
    asked: { ...filter, q },
    change: (part: Partial<PublicFilter>) => setFilter((now) => ({ ...now, ...part })),
    clear: () => setFilter(NO_FILTER),
  }
}

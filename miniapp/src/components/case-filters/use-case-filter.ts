import { useEffect, useState } from 'react'
import { keepInAddress } from '@/platform/keep-in-address'
import { useQuery } from '@/platform/navigation'
import { type CaseFilter, filterFrom, NO_FILTER } from './case-filter'

/** Typing rests this long before it is searched for. */
const PAUSE = 300

export interface CaseFilterState {
  /** as the controls show it */
  filter: CaseFilter
  /** the same, with the words typed so far only after a pause: what is asked for */
  asked: CaseFilter
  change: (part: Partial<CaseFilter>) => void
  clear: () => void
}

/** The filter of the library. It begins as the address says and is kept there. */
export function useCaseFilter(): CaseFilterState {
  const address = useQuery()
  const [filter, setFilter] = useState(() => filterFrom(address))
  const [words, setWords] = useState(filter.q)
  useEffect(() => {
    const timer = setTimeout(() => setWords(filter.q.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [filter.q])
  const asked = { ...filter, q: words }
  const { q, batch, theme, district } = asked
  useEffect(() => keepInAddress('cases', { q, batch, theme, district }), [q, batch, theme, district])
  return {
    filter,
    asked,
    change: (part) => setFilter((now) => ({ ...now, ...part })),
    clear: () => setFilter(NO_FILTER),
  }
}

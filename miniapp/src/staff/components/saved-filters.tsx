import type { CountsAnswer } from '@shared/contract/report-lists.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { useKept } from '@/state/use-kept'
import { countReports } from '../api/report-lists'
import { countInWords } from '../state/use-news'
import { useStaffText } from '../locale/use-staff-text'
import { choiceOf, isFiltered, NO_FILTER, type ReportFilter } from '../state/report-filter'
import { useFilterName } from './use-filter-name'

interface SavedFiltersProps {
  filter: ReportFilter
  onChoose: (filter: ReportFilter) => void
}

interface Saved {
  name: string
  filter: ReportFilter
}

const MOST = 8

const isSame = (a: ReportFilter, b: ReportFilter) => JSON.stringify(a) === JSON.stringify(b)

/** Conditions that are asked for every day, kept on this device under the words they were saved with. */
export function SavedFilters({ filter, onChoose }: SavedFiltersProps) {
  const t = useStaffText()
  const [{ list }, keep] = useKept<{ list: Saved[] }>('mashang.staff.filters', { list: [] })
  const [removing, setRemoving] = useState(false)
  const isNew = isFiltered(filter) && !list.some((one) => isSame(one.filter, filter))
  const name = useFilterName()
  const counts = useCounts(list.map((one) => one.filter))
  const counted = (words: string, count: Count | undefined) =>
    count ? t('staff.saved.counted', { name: words, n: countInWords(count) }) : words
  if (list.length === 0 && !isNew) return null
  return (
    <Box as="nav" label={t('staff.saved')} row wrap gap={2}>
      {list.map((one, index) => (
        <Button
          key={one.name}
          small
          icon={removing ? 'close' : undefined}
          label={removing ? t('staff.saved.remove', { name: one.name }) : undefined}
          pressed={removing ? undefined : isSame(one.filter, filter)}
          onClick={() => {
            if (removing) keep({ list: list.filter((other) => other !== one) })
            else onChoose(isSame(one.filter, filter) ? NO_FILTER : { ...NO_FILTER, ...one.filter })
          }}
        >
          {counted(one.name, counts[index])}
        </Button>
      ))}
      {isNew && (
        <Button
          small
          kind="ghost"
          icon="star"
          onClick={() => {
            const others = list.filter((one) => one.name !== name(filter))
            keep({ list: [...others, { name: name(filter), filter }].slice(-MOST) })
          }}
        >
          {t('staff.saved.save')}
        </Button>
      )}
      {list.length > 0 && (
        <Button small kind="ghost" pressed={removing} onClick={() => setRemoving(!removing)}>
          {t('staff.saved.edit')}
        </Button>
      )}
    </Box>
  )
}

type Count = CountsAnswer['counts'][number]

/** How many reports each kept filter finds now: one request for all of them. */
function useCounts(filters: readonly ReportFilter[]): readonly (Count | undefined)[] {
  const lists = filters.map((filter) => ({ choice: choiceOf({ ...NO_FILTER, ...filter }) }))
  const { data } = useQuery({
    // Acting on a report changes them as it changes the lists.
    queryKey: ['staff', 'reports', 'counts', lists],
    queryFn: ({ signal }) => countReports(lists, signal),
    enabled: lists.length > 0,
    placeholderData: keepPreviousData,
  })
  return data?.counts.length === lists.length ? data.counts : []
}

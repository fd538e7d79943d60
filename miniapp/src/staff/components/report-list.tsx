import type { ReportRow } from '@shared/contract/report.ts'
import { useEffect, useRef, useState } from 'react'
import { queryClient } from '@/api/query-client'
import { LoadMore } from '@/components/load-more/load-more'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { LoadState } from '@/kit/load-state'
import { WindowList } from '@/kit/window-list'
import { scrollToId } from '@/platform/scroll'
import { useWide } from '@/platform/use-wide'
import { useStaffText } from '../locale/use-staff-text'
import { useListView } from '../state/list-view'
import { useNews } from '../state/use-news'
import { type ReportPages, useReportPages } from '../state/use-report-pages'
import type { ListChoice } from '../state/use-reports'
import { BulkBar } from './bulk/bulk-bar'
import { EmptyList, type ListName } from './empty-list'
import { ListTools } from './list-tools'
import { NewItems } from './new-items'
import { ReportMapAbove } from './report-map'
import { ReportTable } from './report-table'
import { RowsInSight } from './rows-in-sight'

export interface ReportListProps {
  choice: ListChoice
  /** what is said of an empty list, where it is more than its scope */
  empty?: ListName
  selected?: string
  onOpen?: (number: string) => void
  /** tells which rows are there, for the keyboard */
  onRows?: (numbers: readonly string[]) => void
  /** tells which rows have a place, as long as the map is wanted */
  onPlaces?: (rows: readonly ReportRow[]) => void
}

/** About as high as a row is, px: measured as soon as one is drawn. */
const GUESS = 132

/** A list of reports of any length; what is due first stands under headings that say how soon. */
export function ReportList({ choice, ...shown }: ReportListProps) {
  const [times, setTimes] = useState(0)
  const [total, setTotal] = useState('')
  const showNew = () => {
    setTimes(times + 1)
    void queryClient.invalidateQueries({ queryKey: ['staff', 'reports'] })
    scrollToId(TOP, 'nearest')
  }
  // Another list begins at its own top, and so does one in which something new is to be seen.
  const key = JSON.stringify([choice, times])
  return (
    <Box id={TOP} gap={4}>
      <ListTools choice={choice} total={total} />
      <Pages key={key} choice={choice} onShowNew={showNew} onTotal={setTotal} {...shown} />
    </Box>
  )
}

const TOP = 'staff-list-top'

/** So many pins can be told apart; a map of more would only be slow. */
const PINS = 500

interface PagesProps extends ReportListProps {
  onShowNew: () => void
  /** tells how many there are, in words; '' while nobody knows */
  onTotal: (total: string) => void
}

function Pages({ choice, empty, onRows, onPlaces, onShowNew, onTotal, ...shown }: PagesProps) {
  const wide = useWide()
  const [view] = useListView()
  const list = useReportPages(choice)
  const { news, total } = useNews(choice, list.topReadAt)
  const { numbers, starts } = list.chain
  useEffect(() => onRows?.(numbers), [numbers, onRows])
  useEffect(() => onTotal(total), [total, onTotal])
  const places = view.map ? list.loaded(PINS).filter(({ place }) => place !== null) : NOWHERE
  usePlaces(places, onPlaces)
  const isThere = starts.length > 1
  const query = { isError: false, error: null, isFetching: true, refetch: () => undefined, ...list.query }
  return (
    <LoadState query={{ ...query, data: isThere ? numbers : undefined }} skeleton={{ look: 'list', rows: 6 }}>
      {() => (
        <Box gap={4}>
          <NewItems n={news} onShow={onShowNew} />
          {view.map && !wide && <ReportMapAbove rows={places} />}
          {choice.scope === 'inbox' && <BulkBar rows={list.loaded(Infinity)} selected={shown.selected} />}
          {numbers.length === 0 && <EmptyList name={empty ?? choice.scope} />}
          <Rows list={list} choice={choice} inColumns={wide && view.table} {...shown} />
          <End list={list} />
        </Box>
      )}
    </LoadState>
  )
}

const NOWHERE: readonly ReportRow[] = []

/** Tells which places there are whenever they are others. */
function usePlaces(places: readonly ReportRow[], onPlaces: ReportListProps['onPlaces']): void {
  const latest = useRef(places)
  useEffect(() => {
    latest.current = places
  })
  const which = places.map(({ number, version }) => `${number}.${version}`).join()
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (told.current === which) return
    told.current = which
    onPlaces?.(latest.current)
  }, [which, onPlaces])
}

type PartProps = Pick<ReportListProps, 'choice' | 'selected' | 'onOpen'> & { list: ReportPages }

function Rows({ list, choice, inColumns, selected, onOpen }: PartProps & { inColumns: boolean }) {
  const { numbers } = list.chain
  const loadMore = () => {
    // After a failure a person decides whether it is tried again.
    if (list.hasNextPage && !list.failure) void list.fetchNextPage()
  }
  const shown = { id: selected ?? '', index: selected ? numbers.indexOf(selected) : -1 }
  if (numbers.length === 0) return null
  if (inColumns)
    return <ReportTable list={list} choice={choice} selected={selected} onOpen={onOpen} onEnd={loadMore} />
  return (
    <WindowList count={numbers.length} guess={GUESS} shown={shown} onEnd={loadMore}>
      {(from, to) => (
        <RowsInSight
          list={list}
          from={from}
          to={to}
          isInbox={choice.scope === 'inbox'}
          byDue={choice.sort === 'due'}
          selected={selected}
          onOpen={onOpen}
        />
      )}
    </WindowList>
  )
}

function End({ list }: Pick<PartProps, 'list'>) {
  const t = useStaffText()
  const { failure } = list
  return (
    <>
      {failure && (
        <Banner tone="bad" title={t('common.error.title')}>
          {failure.message}
        </Banner>
      )}
      <LoadMore query={list} />
    </>
  )
}

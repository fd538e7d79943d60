import type { ReportRow as Row } from '@shared/contract/report.ts'
import { useEffect, useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { LiveRegion } from '@/kit/live-region'
import { LoadState } from '@/kit/load-state'
import { useStaffText } from '../locale/use-staff-text'
import { DUE_GROUPS, dueGroup } from '../state/due'
import { useCategoryIcon } from '../state/use-category-icon'
import { useNow } from '../state/use-now'
import { type ListChoice, useStaffReports } from '../state/use-reports'
import { EmptyList } from './empty-list'
import { ReportRow } from './report-row'

export interface ReportListProps {
  choice: ListChoice
  selected?: string
  onOpen?: (number: string) => void
  /** tells which rows are there, for the keyboard */
  onRows?: (numbers: string[]) => void
}

/** A list of reports, page by page; what is due first stands under headings that say how soon. */
export function ReportList({ choice, onRows, ...shown }: ReportListProps) {
  const t = useStaffText()
  const query = useStaffReports(choice)
  const [more, setMore] = useState('')
  const rows = query.data?.pages.flatMap((page) => page.items)
  const numbers = (rows ?? []).map((row) => row.number).join()
  useEffect(() => onRows?.(numbers ? numbers.split(',') : []), [numbers, onRows])
  const loadMore = async () => {
    const { data } = await query.fetchNextPage()
    const last = data?.pages[data.pages.length - 1]
    if (last) setMore(t('staff.inbox.loaded', { n: last.items.length }))
  }
  return (
    <LoadState query={{ ...query, data: rows }} skeleton={{ look: 'list', rows: 6 }}>
      {(items) => (
        <Box gap={4}>
          {items.length === 0 && <EmptyList scope={choice.scope} />}
          {choice.sort === 'due' ? (
            <ByDue rows={items} {...shown} />
          ) : (
            <Rows rows={items} mine={false} {...shown} />
          )}
          {query.hasNextPage && (
            <Button block busy={query.isFetchingNextPage} onClick={() => void loadMore()}>
              {t('common.more')}
            </Button>
          )}
          <LiveRegion message={more} />
        </Box>
      )}
    </LoadState>
  )
}

type RowsProps = Pick<ReportListProps, 'selected' | 'onOpen'> & { rows: Row[] }

function ByDue({ rows, ...shown }: RowsProps) {
  const t = useStaffText()
  const now = useNow()
  return (
    <>
      {DUE_GROUPS.map((group) => {
        const due = rows.filter((row) => dueGroup(row.dueAt, now) === group)
        if (due.length === 0) return null
        return (
          <Box key={group} as="section" gap={2} label={t(`staff.inbox.group.${group}`)}>
            <Heading className={`staff-group staff-group-${group}`}>
              {t(`staff.inbox.group.${group}`)}
            </Heading>
            <Rows rows={due} mine {...shown} />
          </Box>
        )
      })}
    </>
  )
}

function Rows({ rows, mine, selected, onOpen }: RowsProps & { mine: boolean }) {
  const iconFor = useCategoryIcon()
  if (rows.length === 0) return null
  return (
    <List>
      {rows.map((row) => (
        <ReportRow
          key={row.number}
          row={row}
          icon={iconFor(row.category.code)}
          mine={mine}
          selected={row.number === selected}
          onOpen={onOpen}
        />
      ))}
    </List>
  )
}

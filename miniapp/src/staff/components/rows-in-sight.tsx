import type { ReportRow as Row } from '@shared/contract/report.ts'
import { useEffect } from 'react'
import { Box } from '@/kit/box'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Skeleton } from '@/kit/skeleton'
import { useStaffText } from '../locale/use-staff-text'
import { type DueGroup, dueGroup } from '../state/due'
import { useMarked } from '../state/marked'
import { useCategoryIcon } from '../state/use-category-icon'
import { useNow } from '../state/use-now'
import type { ReportPages } from '../state/use-report-pages'
import { MarkBox } from './bulk/mark-box'
import { ReportRow } from './report-row'

interface RowsInSightProps {
  list: ReportPages
  /** rows `from` to before `to` */
  from: number
  to: number
  /** a list of what waits for me: rows begin with what I must do, and can be marked */
  isInbox: boolean
  /** under headings that say how soon */
  byDue: boolean
  selected?: string
  onOpen?: (number: string) => void
}

interface Place {
  index: number
  /** not there while its page is read again */
  row: Row | undefined
}

interface Part {
  group: DueGroup | null
  places: Place[]
}

/** The rows that are drawn, in one list or in one a group. */
export function RowsInSight({ list, from, to, ...shown }: RowsInSightProps) {
  const t = useStaffText()
  const now = useNow()
  const { see, rowAt } = list
  useEffect(() => see(from, to), [see, from, to])
  const groupOf = (row: Row | undefined) => (shown.byDue && row ? dueGroup(row.dueAt, now) : null)
  const parts = partsOf(from, to, rowAt, groupOf)
  const rows = (part: Part) => <Rows places={part.places} of={endOf(list)} {...shown} />
  return (
    <>
      {parts.map((part, at) => {
        const key = part.places[0]?.index
        // Its heading is above what is drawn, as its first rows are.
        const isCut = part.group === null || (at === 0 && from > 0)
        if (isCut) return <Box key={key}>{rows(part)}</Box>
        const name = t(`staff.inbox.group.${part.group ?? 'later'}`)
        return (
          <Box key={key} as="section" gap={2} label={name} className="staff-part">
            <Heading className={`staff-group staff-group-${part.group}`}>{name}</Heading>
            {rows(part)}
          </Box>
        )
      })}
    </>
  )
}

/** How many rows the list has; -1 while nobody knows. */
function endOf({ chain, hasNextPage }: ReportPages): number {
  return hasNextPage ? -1 : chain.numbers.length
}

function partsOf(
  from: number,
  to: number,
  rowAt: (index: number) => Row | undefined,
  groupOf: (row: Row | undefined) => DueGroup | null,
): Part[] {
  const parts: Part[] = []
  for (let index = from; index < to; index += 1) {
    const row = rowAt(index)
    const last = parts[parts.length - 1]
    // A row that is read again stays in the part it stood in.
    const group = row ? groupOf(row) : (last?.group ?? null)
    if (last?.group === group) last.places.push({ index, row })
    else parts.push({ group, places: [{ index, row }] })
  }
  return parts
}

type RowsProps = Pick<RowsInSightProps, 'isInbox' | 'selected' | 'onOpen'> & { places: Place[]; of: number }

function Rows({ places, of, isInbox, selected, onOpen }: RowsProps) {
  const iconFor = useCategoryIcon()
  const isPicking = useMarked(({ picking }) => picking) && isInbox
  return (
    <List>
      {places.map(({ index, row }) =>
        row ? (
          <ReportRow
            key={row.number}
            row={row}
            icon={iconFor(row.category.code)}
            mine={isInbox}
            selected={row.number === selected}
            onOpen={onOpen}
            before={isPicking && <MarkBox row={row} />}
            position={{ index, of }}
          />
        ) : (
          <ListItem key={index} position={{ index, of }}>
            <Skeleton rows={2} />
          </ListItem>
        ),
      )}
    </List>
  )
}

import type { ReportRow as Row } from '@shared/contract/report.ts'
import { OPEN_STATES } from '@shared/domain/report-state.ts'
import type { ReactNode } from 'react'
import { addressOf } from '@/api/photos'
import { Box } from '@/kit/box'
import { Icon } from '@/kit/icon'
import type { IconName } from '@/kit/icon-paths'
import { ListItem, type ListItemProps } from '@/kit/list-item'
import { Picture } from '@/kit/picture'
import { Text } from '@/kit/text'
import { useSession } from '@/state/session'
import { useStaffText } from '../locale/use-staff-text'
import { DueBadge } from './due-badge'
import { ReportMarks } from './report-marks'

export interface ReportRowProps {
  row: Row
  icon: IconName
  /** my turn: the row begins with what I must do, not with the state's name alone */
  mine: boolean
  selected?: boolean
  /** shows it beside the list; absent, the row leads to its page */
  onOpen?: (number: string) => void
  /** a box to mark it */
  before?: ReactNode
  /** where it stands in a long list */
  position?: ListItemProps['position']
}

/** A report as an inbox needs it: what must be done, how much time is left, what it is about. */
export function ReportRow({ row, icon, mine, selected, onOpen, before, position }: ReportRowProps) {
  const t = useStaffText()
  const way = onOpen
    ? { onClick: () => onOpen(row.number) }
    : { to: 'staff-report' as const, query: { number: row.number } }
  return (
    <ListItem {...way} selected={selected} before={before} position={position}>
      <Box row gap={3} align="start" className="staff-row" id={`row-${row.number}`}>
        <Thumb row={row} icon={icon} />
        <Box grow gap={1}>
          <Deed row={row} mine={mine} />
          <Text block className="staff-row-text">
            {row.anonymised ? t('report.erased') : row.text}
          </Text>
          <Where row={row} mine={mine} />
          <ReportMarks report={row} />
        </Box>
      </Box>
    </ListItem>
  )
}

/** In an inbox there is also what others have to do, when they are late or ask for more time. */
function useIsOthers({ holder }: Row): boolean {
  const role = useSession(({ account }) => account?.role)
  return holder !== null && role !== undefined && holder.type !== role
}

function Deed({ row, mine }: Pick<ReportRowProps, 'row' | 'mine'>) {
  const t = useStaffText()
  const isOthers = useIsOthers(row)
  const state = OPEN_STATES.find((one) => one === row.state)
  const next = isOthers ? 'theirs' : state
  return (
    <Box row wrap gap={2} align="center" justify="between">
      <Text strong>
        {mine && state && next ? `${t(`staff.next.${next}`)} · ${row.category.name}` : row.category.name}
      </Text>
      {row.dueAt !== null && <DueBadge dueAt={row.dueAt} />}
    </Box>
  )
}

/** Where it is; in a list of everything also who has it. */
function Where({ row, mine }: Pick<ReportRowProps, 'row' | 'mine'>) {
  const { address, district, station, holder } = row
  const t = useStaffText()
  const isOthers = useIsOthers(row)
  const place = [district.name, address ?? station?.name].filter(Boolean).join(' · ')
  return (
    <Text block size="small" tone="muted">
      {(mine && !isOthers) || !holder ? place : `${place} · ${t('staff.inbox.held', { who: holder.name })}`}
    </Text>
  )
}

function Thumb({ row, icon }: Pick<ReportRowProps, 'row' | 'icon'>) {
  return (
    <Box className="staff-thumb">
      {row.photo ? (
        <Picture src={addressOf(row.photo)} alt="" shape="square" />
      ) : (
        <Icon name={icon} size="large" />
      )}
    </Box>
  )
}

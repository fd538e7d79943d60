import type { ReportRow as Row } from '@shared/contract/report.ts'
import { OPEN_STATES } from '@shared/domain/report-state.ts'
import { addressOf } from '@/api/photos'
import { Box } from '@/kit/box'
import { Icon } from '@/kit/icon'
import type { IconName } from '@/kit/icon-paths'
import { ListItem } from '@/kit/list-item'
import { Picture } from '@/kit/picture'
import { Text } from '@/kit/text'
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
}

/** A report as an inbox needs it: what must be done, how much time is left, what it is about. */
export function ReportRow({ row, icon, mine, selected, onOpen }: ReportRowProps) {
  const way = onOpen
    ? { onClick: () => onOpen(row.number) }
    : { to: 'staff-report' as const, query: { number: row.number } }
  return (
    <ListItem {...way} selected={selected}>
      <Box row gap={3} align="start" className="staff-row" id={`row-${row.number}`}>
        <Thumb row={row} icon={icon} />
        <Box grow gap={1}>
          <Deed row={row} mine={mine} />
          <Text block className="staff-row-text">
            {row.text}
          </Text>
          <Where row={row} mine={mine} />
          <ReportMarks report={row} />
        </Box>
      </Box>
    </ListItem>
  )
}

function Deed({ row, mine }: Pick<ReportRowProps, 'row' | 'mine'>) {
  const t = useStaffText()
  const next = OPEN_STATES.find((state) => state === row.state)
  return (
    <Box row wrap gap={2} align="center" justify="between">
      <Text strong>
        {mine && next ? `${t(`staff.next.${next}`)} · ${row.category.name}` : row.category.name}
      </Text>
      {row.dueAt !== null && <DueBadge dueAt={row.dueAt} />}
    </Box>
  )
}

/** Where it is; in a list of everything also who has it. */
function Where({ row: { address, district, station, holder }, mine }: Pick<ReportRowProps, 'row' | 'mine'>) {
  const t = useStaffText()
  const place = [district.name, address ?? station?.name].filter(Boolean).join(' · ')
  return (
    <Text block size="small" tone="muted">
      {mine || !holder ? place : `${place} · ${t('staff.inbox.held', { who: holder.name })}`}
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

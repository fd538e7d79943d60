import type { TopicSuggestion } from '@shared/contract/topic.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Box } from '@/kit/box'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

/** A report as topics and suggestions show it. */
export type MemberReport = Pick<
  TopicSuggestion['reports'][number],
  'number' | 'text' | 'createdAt' | 'state'
> & {
  place: { lat: number; lng: number; address?: string | undefined } | null
  address?: string | null
  similarity?: number
}

/** One report, and the way to it. */
export function MemberRow({ report }: { report: MemberReport }) {
  const t = useStaffText()
  const format = useFormat()
  const { number, text, place, address, createdAt, state, similarity } = report
  const facts = [
    format.date(createdAt),
    address ?? place?.address,
    similarity !== undefined && t('staff.topic.alike', { share: format.percent(similarity, 1) }),
  ]
  return (
    <ListItem to="staff-report" query={{ number }}>
      <Box gap={1}>
        <Box row wrap gap={2} align="center" justify="between">
          <Text size="small" tone="muted">
            {formatReportNumber(number)}
          </Text>
          <StatusBadge state={state} />
        </Box>
        <Text block className="staff-row-text">
          {text === '' ? t('report.erased') : text}
        </Text>
        <Text block size="small" tone="muted">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </Box>
    </ListItem>
  )
}

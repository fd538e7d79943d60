import { StatusBadge } from '@/components/status-badge/status-badge'
import { stillOwed } from '@/components/status-badge/still-owed'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import type { Mine } from './use-my-reports'

/** One row: what it was, where it stands, until when an answer is promised. */
export function MyReport({ report }: { report: Mine }) {
  const t = useText()
  const format = useFormat()
  const { number, text, category, state, round, promisedAt, createdAt, myTurn } = report
  const owed = state === null || stillOwed(state)
  const dates = [t('my-reports.row', { date: format.ago(createdAt) })]
  if (owed) dates.push(t('my-reports.promise', { date: format.date(promisedAt) }))
  return (
    <ListItem to="report" query={{ number }}>
      <Box gap={2}>
        <Box row wrap gap={2} align="center">
          {state && <StatusBadge state={state} round={round} />}
          {myTurn && (
            <Badge tone="wait" icon="flag">
              {t('report.holder.you')}
            </Badge>
          )}
        </Box>
        <Text block strong>
          {category}
        </Text>
        <Text block className="my-report-text">
          {text || t('report.erased')}
        </Text>
        <Text block size="small" tone="muted">
          {dates.join(' · ')}
        </Text>
      </Box>
    </ListItem>
  )
}

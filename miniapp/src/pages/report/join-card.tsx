import type { ReportAnswer } from '@shared/contract/report.ts'
import { stillOwed } from '@/components/status-badge/still-owed'
import { JoinButton } from '@/components/join/join-button'
import { useJoin } from '@/components/join/use-join'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { LiveRegion } from '@/kit/live-region'
import { ShareButton } from '@/kit/share-button'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useSharedReport } from './use-shared-report'

/** For everybody else who has met it: say so once, and hear how it ends. */
export function JoinCard({ answer }: { answer: ReportAnswer }) {
  const t = useText()
  const shared = useSharedReport(answer)
  const { report, joined } = answer
  const join = useJoin(report.number, { joins: report.joins, joined: joined ?? false })
  const isOpen = stillOwed(report.state)
  const count = join.joins > 0 ? t('join.count', { n: join.joins }) : ''
  return (
    <Card as="section" label={t('join.title')}>
      <Box gap={3}>
        {count && (
          <Text block strong>
            {count}
          </Text>
        )}
        <LiveRegion message={join.joined ? count : ''} />
        {isOpen && (
          <>
            <Text block tone="muted">
              {t(join.joined ? 'join.done.text' : 'join.do.text')}
            </Text>
            <JoinButton join={join} block />
          </>
        )}
        <ShareButton block shared={shared} />
      </Box>
    </Card>
  )
}

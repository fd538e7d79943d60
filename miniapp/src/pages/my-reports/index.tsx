import type { ReportAnswer } from '@shared/contract/report.ts'
import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { LookUpForm } from '@/components/look-up-form/look-up-form'
import { OutboxList } from '@/components/outbox-banner/outbox-list'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Disclosure } from '@/kit/disclosure'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { Page } from '@/kit/page'
import { Skeleton } from '@/kit/skeleton'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { navigate } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useOnline } from '@/platform/use-online'
import { queryCodeOf } from '@/state/receipts'
import { AllMyData } from './all-my-data'
import { DraftCard } from './draft-card'
import { MyReport } from './my-report'
import './my-reports.scss'
import { useMyReports } from './use-my-reports'

/** Everything of mine: what waits, what is half written, what is under way. No login. */
export default function MyReportsPage() {
  const t = useText()
  const online = useOnline()
  const { mine, isLoading, isUnreachable, refresh } = useMyReports()
  usePullDown(refresh)
  return (
    <Page title={t('my-reports.title')} back={{ to: 'home' }}>
      {!online && <Banner tone="wait" title={t('common.offline.title')} />}
      <OutboxList />
      <DraftCard />
      {online && isUnreachable && <Banner tone="wait">{t('my-reports.unreachable')}</Banner>}
      {mine.length > 0 && (
        <List label={t('my-reports.title')}>
          {mine.map((report) => (
            <MyReport key={report.number} report={report} />
          ))}
        </List>
      )}
      {mine.length === 0 && (isLoading ? <Skeleton look="list" /> : <Nothing />)}
      {mine.length > 0 && (
        <Link to="report-new" kind="plain" block>
          {t('my-reports.new')}
        </Link>
      )}
      <AllMyData />
      <Card>
        {mine.length === 0 && !isLoading ? (
          <Box gap={3}>
            <Heading>{t('my-reports.look-up')}</Heading>
            <LookUp />
          </Box>
        ) : (
          <Disclosure title={t('my-reports.look-up')}>
            <LookUp />
          </Disclosure>
        )}
      </Card>
    </Page>
  )
}

function LookUp() {
  const t = useText()
  return (
    <Box gap={4}>
      <Text block tone="muted">
        {t('report.look-up.text')}
      </Text>
      <LookUpForm onFound={open} />
    </Box>
  )
}

/** The code goes along in the address only when the person did not want it kept here. */
function open({ report: { number } }: ReportAnswer, code: string) {
  navigate('report', { number, code: queryCodeOf(number) ? undefined : code })
}

function Nothing() {
  const t = useText()
  return (
    <EmptyState
      drawing={emptyInboxDrawing}
      title={t('my-reports.empty')}
      actions={
        <Link to="report-new" kind="primary">
          {t('my-reports.new')}
        </Link>
      }
    >
      {t('my-reports.empty.text')}
    </EmptyState>
  )
}

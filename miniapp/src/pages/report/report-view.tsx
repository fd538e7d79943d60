import type { ReportAnswer } from '@shared/contract/report.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { ReportTimeline } from '@/components/timeline/report-timeline'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { AnswerCard } from './answer-card'
import { Deeds } from './deeds/deeds'
import { Facts } from './facts'
import { ForgetReceipt } from './forget-receipt'
import { JoinCard } from './join-card'
import { PersonalData } from './personal-data'
import { StateCard } from './state-card'

interface ReportViewProps {
  answer: ReportAnswer
  queryCode: string | null
}

/** The report from the most urgent to the least: where it stands, what one can do, what happened, what it is. */
export function ReportView({ answer, queryCode }: ReportViewProps) {
  const t = useText()
  const format = useFormat()
  const { report, timeline } = answer
  return (
    <>
      <Text block tone="muted">
        {t('report.number', { number: formatReportNumber(report.number) })} · {report.category.name}
      </Text>
      <StateCard answer={answer} />
      {report.order && (
        <Banner announce={false}>{t('report.supervised', { date: format.date(report.order.dueAt) })}</Banner>
      )}
      {report.bounces > 0 && (
        <Banner tone="wait" announce={false}>
          {t('report.bounced', { n: report.bounces })}
        </Banner>
      )}
      <AnswerCard answer={answer} />
      <Deeds answer={answer} queryCode={queryCode} />
      {answer.view === 'public' && <JoinCard answer={answer} />}
      <Card as="section" label={t('report.timeline')}>
        <Box gap={4}>
          <Heading>{t('report.timeline')}</Heading>
          <ReportTimeline timeline={timeline} now={report} />
        </Box>
      </Card>
      <Facts report={report} />
      {answer.view === 'reporter' && <PersonalData number={report.number} queryCode={queryCode} />}
      <ForgetReceipt number={report.number} />
    </>
  )
}

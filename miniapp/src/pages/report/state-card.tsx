import type { Report, ReportAnswer } from '@shared/contract/report.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { DECLINE_REASONS, type State } from '@shared/domain/report-state.ts'
import { PromiseArithmetic } from '@/components/promise-arithmetic/promise-arithmetic'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { stillOwed } from '@/components/status-badge/still-owed'
import { Badge } from '@/kit/badge'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition, type DefinitionRow } from '@/kit/definition'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'

/** Nobody owes an answer any more: a promised date would only confuse. */
const WITHOUT_PROMISE: ReadonlySet<State> = new Set(['declined', 'withdrawn'])

/** Where it stands in plain words, who has it and until when, and the promised date with its arithmetic. */
export function StateCard({ answer: { report, timeline, view } }: { answer: ReportAnswer }) {
  const t = useText()
  // To everybody else it is not said that they should do something.
  const plain =
    view === 'public' ? (`report.now.${report.state}` as const) : (`report.plain.${report.state}` as const)
  const promised = !WITHOUT_PROMISE.has(report.state)
  const declined =
    report.state === 'declined'
      ? [...timeline].reverse().find(({ action }) => action === 'decline')
      : undefined
  return (
    <Card as="section" label={t('report.title')}>
      <Box gap={3}>
        <Box>
          <StatusBadge state={report.state} round={report.round} />
        </Box>
        <Text block size="large" strong>
          {t(plain, { name: report.holder?.name ?? '' })}
        </Text>
        {declined && <WhyDeclined reason={declined.data.reason} text={declined.text} />}
        {promised && (
          <>
            <Dates report={report} isMine={view !== 'public'} />
            <PromiseArithmetic promises={report.promises} />
          </>
        )}
      </Box>
    </Card>
  )
}

/** A refusal owes its reason, and the right door. */
function WhyDeclined({ reason, text }: { reason: unknown; text: string | null }) {
  const t = useText()
  const known = DECLINE_REASONS.find((one) => one === reason) ?? 'other'
  return (
    <Banner tone="wait" title={t(`report.decline.${known}`)} announce={false}>
      <Text block>{t(`report.decline.${known}.instead`)}</Text>
      {text && (
        <Text block prose>
          {text}
        </Text>
      )}
    </Banner>
  )
}

function Dates({ report, isMine }: { report: Report; isMine: boolean }) {
  const t = useText()
  const format = useFormat()
  const { dueAt, holder, lead, state } = report
  const rows: DefinitionRow[] = []
  if (lead) rows.push({ label: t('report.lead'), value: <Lead lead={lead} follows={state === 'merged'} /> })
  if (dueAt) {
    const label = t(isMine && holder?.type === 'reporter' ? 'report.due.you' : 'report.due')
    rows.push({ label, value: `${format.date(dueAt)} · ${format.left(dueAt)}` })
  }
  rows.push({
    label: t(stillOwed(state) ? 'report.promise' : 'report.promise.kept'),
    value: <PromisedDate report={report} />,
  })
  return <Definition rows={rows} />
}

/** The report that is dealt with in this one's place. How far it is matters until it is answered. */
function Lead({ lead, follows }: { lead: NonNullable<Report['lead']>; follows: boolean }) {
  return (
    <Box row wrap gap={2} align="center">
      <Text strong>{formatReportNumber(lead.number)}</Text>
      {follows && <StatusBadge state={lead.state} />}
    </Box>
  )
}

function PromisedDate({ report }: { report: Report }) {
  const t = useText()
  const format = useFormat()
  const before = report.promises.length > 1 ? report.promises[0] : undefined
  return (
    <Box gap={1}>
      <Box row wrap gap={2} align="center">
        <Text strong>{format.date(report.promisedAt)}</Text>
        {report.promisedProvisional && <Badge tone="wait">{t('report.promise.provisional')}</Badge>}
      </Box>
      {before && (
        <Text size="small" tone="muted">
          {t('report.promise.moved-note', { date: format.date(before.at) })}
        </Text>
      )}
    </Box>
  )
}

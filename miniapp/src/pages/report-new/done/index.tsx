import { useEffect } from 'react'
import { useReport } from '@/api/use-report'
import { EntryCard } from '@/components/outbox-banner/entry-card'
import { PromiseArithmetic } from '@/components/promise-arithmetic/promise-arithmetic'
import { ReceiptCard } from '@/components/receipt-card/receipt-card'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { Page } from '@/kit/page'
import { Timeline } from '@/kit/timeline'
import { useFormat, useText } from '@/locale/use-text'
import { redirect, useQuery } from '@/platform/navigation'
import { type OutboxEntry, removeFromOutbox, useOutbox } from '@/state/outbox'
import { type Receipt, useReceipts } from '@/state/receipts'

/** What comes after sending: the receipt, or the outbox as long as nothing has arrived. */
export default function DonePage() {
  const { number, key } = useQuery()
  const entry = useOutbox((outbox) => outbox.entries.find((one) => one.key === key))
  const receipt = useReceipts((kept) => kept.receipts.find((one) => one.number === number))
  useEffect(() => {
    if (entry?.status !== 'sent') return
    removeFromOutbox(entry.key)
    redirect('report-new-done', { number: entry.number })
  }, [entry])
  if (receipt) return <Filed receipt={receipt} />
  if (entry) return <OnItsWay entry={entry} />
  return <Gone />
}

function Filed({ receipt }: { receipt: Receipt }) {
  const t = useText()
  const format = useFormat()
  const after = (['1', '2', '3'] as const).map((n) => ({
    key: n,
    title: t(`report-new.after.${n}`),
    content: t(`report-new.after.${n}.text`, { date: format.date(receipt.promisedAt) }),
    state: 'todo' as const,
  }))
  return (
    <Page title={t('report-new.done.title')} back={{ to: 'home', label: t('common.home') }}>
      <ReceiptCard receipt={receipt} />
      <PromiseOnDemand receipt={receipt} />
      <Link to="report" query={{ number: receipt.number }} kind="primary" block>
        {t('report-new.track')}
      </Link>
      <Card as="section" label={t('report-new.after')}>
        <Box gap={4}>
          <Heading>{t('report-new.after')}</Heading>
          <Timeline label={t('report-new.after')} steps={after} />
        </Box>
      </Card>
      <Link to="report-new" kind="plain" block>
        {t('report-new.another')}
      </Link>
    </Page>
  )
}

/** How the promised date was counted, for those who ask. Nothing while it cannot be read: the date itself is there. */
function PromiseOnDemand({ receipt: { number, queryCode } }: { receipt: Receipt }) {
  const { data } = useReport(number, queryCode)
  if (!data) return null
  return (
    <Card>
      <PromiseArithmetic promises={data.report.promises} />
    </Card>
  )
}

function OnItsWay({ entry }: { entry: OutboxEntry }) {
  const t = useText()
  const stuck = entry.status === 'stuck' || entry.status === 'refused'
  return (
    <Page
      title={t(stuck ? 'report-new.done.stuck' : 'report-new.done.waiting')}
      lead={t(stuck ? 'report-new.done.stuck.text' : 'report-new.done.waiting.text')}
      back={{ to: 'home', label: t('common.home') }}
    >
      <EntryCard entry={entry} />
      <Link to="my-reports" kind="plain" block>
        {t('my-reports.title')}
      </Link>
    </Page>
  )
}

function Gone() {
  const t = useText()
  return (
    <Page title={t('report-new.done.gone')} hideTitle back={{ to: 'home', label: t('common.home') }}>
      <EmptyState
        title={t('report-new.done.gone')}
        actions={
          <Link to="my-reports" kind="primary">
            {t('my-reports.title')}
          </Link>
        }
      >
        {t('report-new.done.gone.text')}
      </EmptyState>
    </Page>
  )
}

import { formatReportNumber } from '@shared/domain/receipt.ts'
import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { receiptDrawing } from '@/components/illustrations/receipt'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'
import { hasContent, useDraft } from '@/state/draft'
import { type Receipt, useReceipts } from '@/state/receipts'

const JUST_NOW_MS = 60 * 60 * 1000

/** A later step opened without a draft: by the way back after sending, or by an old link. */
export function NothingToWrite() {
  const sent = useJustSent()
  return sent ? <AlreadySent number={sent.number} /> : <NothingBegun />
}

/** The receipt this device got within the last hour, when nothing new has been begun since. */
function useJustSent(): Receipt | undefined {
  const begun = useDraft(({ draft }) => hasContent(draft))
  const receipts = useReceipts((kept) => kept.receipts)
  const since = Date.now() - JUST_NOW_MS
  return begun ? undefined : receipts.find(({ createdAt }) => Date.parse(createdAt) > since)
}

function AlreadySent({ number }: { number: string }) {
  const t = useText()
  return (
    <Page title={t('report-new.empty.sent.title')} hideTitle back={{ to: 'home' }}>
      <EmptyState
        drawing={receiptDrawing}
        title={t('report-new.empty.sent.title')}
        actions={
          <>
            <Link to="report" query={{ number }} kind="primary" replace>
              {t('report-new.empty.sent.open')}
            </Link>
            <Link to="report-new" kind="plain" replace>
              {t('report-new.empty.start')}
            </Link>
          </>
        }
      >
        {t('report-new.empty.sent.text', { number: formatReportNumber(number) })}
      </EmptyState>
    </Page>
  )
}

function NothingBegun() {
  const t = useText()
  return (
    <Page title={t('report-new.empty.title')} hideTitle back={{ to: 'home' }}>
      <EmptyState
        drawing={emptyInboxDrawing}
        title={t('report-new.empty.title')}
        actions={
          <>
            <Link to="report-new" kind="primary" replace>
              {t('report-new.empty.start')}
            </Link>
            <Link to="my-reports" kind="plain" replace>
              {t('my-reports.title')}
            </Link>
          </>
        }
      >
        {t('report-new.empty.text')}
      </EmptyState>
    </Page>
  )
}

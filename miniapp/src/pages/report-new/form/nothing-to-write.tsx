import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'

/** A later step opened without a draft: by the way back after sending, or by an old link. */
export function NothingToWrite() {
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

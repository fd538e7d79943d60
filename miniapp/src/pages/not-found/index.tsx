import { lostPageDrawing } from '@/components/illustrations/lost-page'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'

export default function NotFoundPage() {
  const t = useText()
  const actions = (
    <>
      <Link to="home" kind="primary" icon="home" replace>
        {t('common.home')}
      </Link>
      <Link to="my-reports" kind="plain" icon="search" replace>
        {t('home.track')}
      </Link>
    </>
  )
  return (
    <Page title={t('lost.title')} hideTitle back={{ to: 'home' }}>
      <EmptyState drawing={lostPageDrawing} title={t('lost.title')} actions={actions}>
        {t('lost.text')}
      </EmptyState>
    </Page>
  )
}

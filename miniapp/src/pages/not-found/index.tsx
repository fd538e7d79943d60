import { lostPageDrawing } from '@/components/illustrations/lost-page'
import { Drawing } from '@/kit/drawing'
import { Box } from '@/kit/box'
import { Link } from '@/kit/link'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'
import './index.scss'

export default function NotFoundPage() {
  const t = useText()
  return (
    <Page title={t('lost.title')} lead={t('lost.text')}>
      <Drawing drawing={lostPageDrawing} className="lost-drawing" />
      <Box row wrap gap={3}>
        <Link to="home" kind="primary" icon="home" replace>
          {t('common.home')}
        </Link>
        <Link to="my-reports" kind="plain" icon="search" replace>
          {t('home.track')}
        </Link>
      </Box>
    </Page>
  )
}

import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

export default function NotFoundPage() {
  const t = useText()
  return (
    <Page title={t('app.name')}>
      <Text>{t('app.slogan')}</Text>
    </Page>
  )
}

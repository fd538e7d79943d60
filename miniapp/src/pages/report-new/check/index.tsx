import { useEffect, useState } from 'react'
import { useCategories } from '@/api/categories'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { preloadScreens } from '@/platform/preload-screens'
import { useOnline } from '@/platform/use-online'
import { hasContent, useDraft } from '@/state/draft'
import { usePhotos } from '@/state/photos'
import { NothingToWrite } from '../form/nothing-to-write'
import { FORM_SCREENS } from '../form/steps'
import { Answers } from './answers'
import { AnswerDays } from './answer-days'
import { useSend } from './use-send'

/** The last look before sending. */
export default function CheckPage() {
  const t = useText()
  const online = useOnline()
  const { draft, refused, change } = useDraft()
  const categories = useCategories()
  const category = categories.data?.find(({ code }) => code === draft.categoryCode)
  const { busy, send } = useSend(category)
  const uploading = useUploading(draft.photos)
  const [seen] = useState(hasContent(draft))
  useEffect(() => preloadScreens(FORM_SCREENS), [])
  useEffect(() => {
    if (seen) change({ checked: true })
  }, [seen, change])
  if (!draft.station || !hasContent(draft)) return <NothingToWrite />
  return (
    <Page title={t('report-new.check')} lead={t('report-new.check.text')} back={{ to: 'report-new-contact' }}>
      {!online && <Banner tone="wait">{t('report-new.offline')}</Banner>}
      {Object.keys(refused).length > 0 && <Banner tone="bad">{t('report-new.refused')}</Banner>}
      <Card>
        <Answers draft={draft} category={category} />
      </Card>
      {category && <AnswerDays category={category} />}
      {uploading && online && (
        <Text block tone="muted">
          {t('report-new.check.uploading')}
        </Text>
      )}
      <Button kind="primary" block icon="send" busy={busy} onClick={send}>
        {t('report-new.submit')}
      </Button>
    </Page>
  )
}

function useUploading(keys: readonly string[]): boolean {
  return usePhotos((photos) =>
    keys.some((key) => photos[key]?.status === 'sending' || photos[key]?.status === 'waiting'),
  )
}

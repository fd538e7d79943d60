import type { ReactNode } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Page, type PageProps } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useDraft } from '@/state/draft'
import { StartOver } from '../form/start-over'

interface TwoDraftsProps {
  back: PageProps['back']
  /** what the new one would be about */
  about?: ReactNode
  /** what is half written */
  text: string
  /** keeps the words for the new one */
  move: string
  onContinue: () => void
  onMove: () => void
  onFresh: () => void
}

/** Something is half written while something else is begun: nothing is dropped without asking. */
export function TwoDrafts({ back, about, text, move, onContinue, onMove, onFresh }: TwoDraftsProps) {
  const t = useText()
  const { draft } = useDraft()
  return (
    <Page title={t('report-new.other.title')} back={back}>
      {about}
      <Card>
        <Text block tone="muted">
          {text}
        </Text>
        <Text block prose>
          {draft.text || t('report-new.other.wordless')}
        </Text>
      </Card>
      <Box gap={3}>
        <Button kind="primary" block onClick={onContinue}>
          {t('report-new.other.continue')}
        </Button>
        <Button block onClick={onMove}>
          {move}
        </Button>
        <StartOver block kind="danger" onFresh={onFresh}>
          {t('report-new.other.fresh')}
        </StartOver>
      </Box>
    </Page>
  )
}

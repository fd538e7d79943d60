import { useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { redirect } from '@/platform/navigation'
import { type DraftStation, useDraft } from '@/state/draft'

/** A code was scanned while something for another station is half written: nothing is dropped without asking. */
export function ChooseDraft({ station }: { station: DraftStation }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { draft, change, startOver } = useDraft()
  const before = draft.station
  return (
    <Page title={t('report-new.other.title')} back={{ to: 'station', query: { code: station.code } }}>
      <Card>
        <Text block tone="muted">
          {t('report-new.other.text', { name: before?.name ?? '' })}
        </Text>
        <Text block prose>
          {draft.text}
        </Text>
      </Card>
      <Box gap={3}>
        <Button kind="primary" block onClick={() => redirect('report-new', { station: before?.code })}>
          {t('report-new.other.continue')}
        </Button>
        <Button block onClick={() => change({ station })}>
          {t('report-new.other.move', { name: station.name })}
        </Button>
        <Button block kind="danger" onClick={() => setAsking(true)}>
          {t('report-new.other.fresh')}
        </Button>
      </Box>
      <ConfirmSheet
        open={asking}
        title={t('report-new.fresh.ask')}
        text={t('report-new.fresh.text')}
        confirm={t('report-new.fresh.yes')}
        danger
        onConfirm={() => startOver({ station })}
        onClose={() => setAsking(false)}
      />
    </Page>
  )
}

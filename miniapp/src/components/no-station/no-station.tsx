import type { StationRow } from '@shared/contract/station.ts'
import { lostPageDrawing } from '@/components/illustrations/lost-page'
import { StationFinder } from '@/components/station-finder/station-finder'
import { Card } from '@/kit/card'
import { EmptyState } from '@/kit/empty-state'
import { useText } from '@/locale/use-text'

export interface NoStationProps {
  reason: 'unknown' | 'revoked'
  onChoose?: (station: StationRow) => void
}

/** A scanned code that leads nowhere is no dead end: it says why, and offers the stations nearby. */
export function NoStation({ reason, onChoose }: NoStationProps) {
  const t = useText()
  return (
    <>
      <EmptyState drawing={lostPageDrawing} title={t(`station.${reason}`)}>
        {t(`station.${reason}.text`)}
      </EmptyState>
      <Card as="section" label={t('home.find.label')}>
        <StationFinder onChoose={onChoose} />
      </Card>
    </>
  )
}

import { StationFinder } from '@/components/station-finder/station-finder'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'
import { useDraft } from '@/state/draft'
import { draftStationOf } from './use-draft-station'

/** The form was opened without a code: first the station. */
export function ChooseStation() {
  const t = useText()
  const change = useDraft((store) => store.change)
  return (
    <Page title={t('report-new.station')} lead={t('report-new.station.text')} back={{ to: 'home' }}>
      <StationFinder onChoose={(station) => change({ station: draftStationOf(station) })} />
    </Page>
  )
}

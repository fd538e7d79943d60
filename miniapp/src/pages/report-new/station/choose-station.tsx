import { AboutCase } from '@/components/case-feedback/about-case'
import { StationFinder } from '@/components/station-finder/station-finder'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'
import { setCase } from '@/state/about-case'
import { useDraft } from '@/state/draft'
import { draftStationOf } from './use-draft-station'

/** The form was opened without a code: first the station. */
export function ChooseStation() {
  const t = useText()
  const { draft, change } = useDraft()
  const lead = t(draft.caseSlug === null ? 'report-new.station.text' : 'case-report.station')
  return (
    <Page title={t('report-new.station')} lead={lead} back={{ to: 'home' }}>
      {draft.caseSlug !== null && <AboutCase slug={draft.caseSlug} onDrop={() => setCase(null)} />}
      <StationFinder onChoose={(station) => change({ station: draftStationOf(station) })} />
    </Page>
  )
}

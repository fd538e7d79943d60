import { NoStation } from '@/components/no-station/no-station'
import { noStationReason } from '@/components/no-station/no-station-reason'
import { StationFinder } from '@/components/station-finder/station-finder'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useQuery } from '@/platform/navigation'
import { hasContent, useDraft } from '@/state/draft'
import { useChosenStation } from './use-chosen-station'

/** Another station for what is already written: found by words, by position, or by the code at its door. */
export default function ChangeStationPage() {
  const t = useText()
  const { code } = useQuery()
  const draft = useDraft((store) => store.draft)
  const { query, choose } = useChosenStation(code)
  const reason = noStationReason(query.error)
  const written = hasContent(draft)
  return (
    <Page
      title={t('report-new.station')}
      lead={t('report-new.station.text')}
      back={{ to: written ? 'report-new-check' : 'report-new' }}
    >
      {written && draft.station && (
        <Text block tone="muted">
          {t('report-new.station.now', { name: draft.station.name })}
        </Text>
      )}
      {reason && <NoStation reason={reason} onChoose={choose} />}
      {!reason && code && (
        <LoadState query={query} skeleton={{ look: 'card' }}>
          {() => null}
        </LoadState>
      )}
      {!reason && <StationFinder onChoose={choose} />}
    </Page>
  )
}

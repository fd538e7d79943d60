import { useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { getStation } from '@/api/stations'
import { NoStation } from '@/components/no-station/no-station'
import { noStationReason } from '@/components/no-station/no-station-reason'
import { OutboxBanner } from '@/components/outbox-banner/outbox-banner'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { language } from '@/locale/translate'
import { useText } from '@/locale/use-text'
import { useQuery as useAddress } from '@/platform/navigation'
import { scannedCode } from './scanned-code'
import { StationView } from './station-view'

/** A liaison station: what the code on its door opens. */
export default function StationPage() {
  const t = useText()
  const code = scannedCode(useAddress())
  const locale = useStore(language, (now) => now.locale)
  const query = useQuery({
    queryKey: ['station', code, locale],
    queryFn: ({ signal }) => getStation(code, signal),
    enabled: code !== '',
  })
  const reason = code === '' ? 'unknown' : noStationReason(query.error)
  return (
    <Page
      title={query.data?.name ?? t('station.title')}
      hideTitle={reason !== null || !query.data}
      back={{ to: 'home', label: t('common.home') }}
    >
      <OutboxBanner />
      {reason ? (
        <NoStation reason={reason} />
      ) : (
        <LoadState query={query} skeleton={{ look: 'card' }}>
          {(station) => <StationView station={station} />}
        </LoadState>
      )}
    </Page>
  )
}

import { useStore } from 'zustand'
import { useCategories } from '@/api/categories'
import { getStation } from '@/api/stations'
import { useKeptQuery } from '@/api/use-kept-query'
import { NoStation } from '@/components/no-station/no-station'
import { noStationReason } from '@/components/no-station/no-station-reason'
import { OutboxBanner } from '@/components/outbox-banner/outbox-banner'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { language } from '@/locale/translate'
import { useText } from '@/locale/use-text'
import { useQuery as useAddress } from '@/platform/navigation'
import { scannedCode } from '@/components/scan/scanned-code'
import { StationView } from './station-view'

/** A liaison station: what the code on its door opens. */
export default function StationPage() {
  const t = useText()
  const code = scannedCode(useAddress())
  const locale = useStore(language, (now) => now.locale)
  const query = useKeptQuery({
    queryKey: ['station', code, locale],
    queryFn: ({ signal }) => getStation(code, signal),
    staleTime: 0,
    enabled: code !== '',
  })
  // The form is what most people press next: it begins at once then, and without a network too.
  useCategories()
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

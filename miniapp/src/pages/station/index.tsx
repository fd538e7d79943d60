import { useEffect } from 'react'
import { useCategories } from '@/api/categories'
import { useStation } from '@/api/use-station'
import { NoStation } from '@/components/no-station/no-station'
import { noStationReason } from '@/components/no-station/no-station-reason'
import { OutboxBanner } from '@/components/outbox-banner/outbox-banner'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'
import { useQuery as useAddress } from '@/platform/navigation'
import { useOnline } from '@/platform/use-online'
import { scannedCode } from '@/components/scan/scanned-code'
import { keepWaiting, stopWaiting } from '@/state/waiting-station'
import { StationView } from './station-view'
import { StationWaits } from './station-waits'

/** A liaison station: what the code on its door opens. */
export default function StationPage() {
  const t = useText()
  const code = scannedCode(useAddress())
  const query = useStation(code)
  // The form is what most people press next: it begins at once then, and without a network too.
  useCategories()
  const reason = code === '' ? 'unknown' : noStationReason(query.error)
  const waits = useWaits(code, query, reason !== null)
  return (
    <Page
      title={query.data?.name ?? t('station.title')}
      hideTitle={reason !== null || !query.data}
      back={{ to: 'home', label: t('common.home') }}
    >
      <OutboxBanner />
      {reason && <NoStation reason={reason} />}
      {waits && <StationWaits code={code} busy={query.isFetching} onRetry={() => void query.refetch()} />}
      {!reason && !waits && (
        <LoadState query={query} skeleton={{ look: 'card' }}>
          {(station) => <StationView station={station} />}
        </LoadState>
      )}
    </Page>
  )
}

/** Whether the code has to wait for a network; it is kept on the device as long as it does. */
function useWaits(code: string, { data, error }: ReturnType<typeof useStation>, isNowhere: boolean): boolean {
  const online = useOnline()
  const waits = !data && !isNowhere && (!online || error?.isNetwork === true)
  const isSettled = Boolean(data) || isNowhere
  useEffect(() => {
    if (waits) keepWaiting(code)
    else if (isSettled) stopWaiting(code)
  }, [code, waits, isSettled])
  return waits
}

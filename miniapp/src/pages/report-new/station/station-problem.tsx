import { NoStation } from '@/components/no-station/no-station'
import { noStationReason } from '@/components/no-station/no-station-reason'
import { LoadState, type LoadStateQuery } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'
import { redirect } from '@/platform/navigation'

/** The station of the link is still being asked for, or there is none. */
export function StationProblem({ query }: { query: LoadStateQuery<unknown> }) {
  const t = useText()
  const reason = noStationReason(query.error)
  return (
    <Page title={t('report-new.what')} hideTitle={reason !== null} back={{ to: 'home' }}>
      {reason ? (
        <NoStation reason={reason} onChoose={({ code }) => redirect('report-new', { station: code })} />
      ) : (
        <LoadState query={query} skeleton={{ look: 'card' }}>
          {() => null}
        </LoadState>
      )}
    </Page>
  )
}

import { useQuery } from '@tanstack/react-query'
import { listStations } from '@/api/stations'
import { SimilarReports } from '@/components/join/similar-reports'
import { PlacePicker } from '@/components/place-picker/place-picker'
import { Checkbox } from '@/kit/checkbox'
import type { Landmark } from '@/kit/grid-map'
import { useText } from '@/locale/use-text'
import { redirect } from '@/platform/navigation'
import { type DraftStation, useDraft } from '@/state/draft'
import { StepFrame } from '../form/step-frame'
import { useStep } from '../form/use-step'

/** Guangzhou's middle, while there is no station. */
const CITY = { lat: 23.1291, lng: 113.2644 }

/** The second question: where. By position, on the map, in words; or nowhere in particular. */
export default function WherePage() {
  const t = useText()
  const state = useStep('where')
  const { draft, change, errorOf } = state
  const startOver = useDraft((store) => store.startOver)
  const landmarks = useLandmarks(draft.station)
  return (
    <StepFrame step="where" state={state}>
      {!draft.placeless && (
        <PlacePicker
          id="place"
          value={draft.place}
          onChange={(place) => change({ place })}
          centre={draft.station?.place ?? CITY}
          landmarks={landmarks}
          errors={{ address: errorOf('place-address') }}
          optional={draft.place.position !== null}
        />
      )}
      {!draft.placeless && (
        <SimilarReports
          sought={{ near: draft.place.position, category: draft.categoryCode, text: draft.text }}
          onGiveUp={() => {
            startOver({ station: draft.station })
            redirect('public-reports')
          }}
        />
      )}
      <Checkbox
        id="placeless"
        label={t('report-new.placeless')}
        hint={t('report-new.placeless.hint')}
        checked={draft.placeless}
        onChange={(placeless) => change({ placeless })}
        error={draft.placeless ? errorOf('place-address') : undefined}
      />
    </StepFrame>
  )
}

/** The draft's station first, then its neighbours: known places on a map without streets. */
function useLandmarks(station: DraftStation | null): Landmark[] {
  const t = useText()
  const query = useQuery({
    queryKey: ['stations', { near: station?.place }],
    queryFn: ({ signal }) => listStations({ near: station?.place, limit: 8 }, signal),
    enabled: station !== null,
    staleTime: Infinity,
  })
  if (!station) return []
  const others = (query.data?.items ?? []).filter(({ code }) => code !== station.code)
  return [
    { ...station.place, label: station.name },
    // Neighbours' names begin alike and are cut short on the map: their numbers tell them apart.
    ...others.map(({ place, number }) => ({
      lat: place.lat,
      lng: place.lng,
      label: t('station.number', { number }),
    })),
  ]
}

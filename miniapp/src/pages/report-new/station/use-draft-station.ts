import { useQuery } from '@tanstack/react-query'
import type { StationRow } from '@shared/contract/station.ts'
import { useEffect } from 'react'
import { getStation } from '@/api/stations'
import { type DraftStation, hasContent, useDraft } from '@/state/draft'

export function draftStationOf({ code, number, name, place }: StationRow): DraftStation {
  return { code, number, name, place: { lat: place.lat, lng: place.lng } }
}

/**
 * Which station the form is for. The one in the link wins over an empty draft; a draft for another station is the
 * person's to decide about.
 */
export function useDraftStation(code: string | undefined, caseSlug: string | undefined) {
  const { draft, change, startOver } = useDraft()
  const isOther = code !== undefined && draft.station?.code !== code && draft.station?.number !== code
  const query = useQuery({
    queryKey: ['station', code],
    queryFn: ({ signal }) => getStation(code ?? '', signal),
    enabled: isOther,
  })
  const station = query.data && draftStationOf(query.data)
  const takes = isOther && station !== undefined && (!draft.station || !hasContent(draft))
  useEffect(() => {
    if (!takes || !station) return
    if (hasContent(draft)) change({ station })
    else startOver({ station })
  }, [takes, station, draft, change, startOver])
  useEffect(() => {
    if (caseSlug && draft.station && draft.caseSlug !== caseSlug) change({ caseSlug })
  }, [caseSlug, draft, change])
  if (code === undefined && !draft.station) return { kind: 'none' } as const
  if (!isOther) return { kind: 'ready' } as const
  if (station && !takes) return { kind: 'other', station } as const
  return { kind: 'loading', query } as const
}

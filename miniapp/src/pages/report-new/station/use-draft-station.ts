import type { StationRow } from '@shared/contract/station.ts'
import { useEffect } from 'react'
import { useStation } from '@/api/use-station'
import { isOnTheWay } from '@/state/about-case'
import { type Draft, type DraftStation, hasContent, useDraft } from '@/state/draft'

export function draftStationOf({ code, number, name, place }: StationRow): DraftStation {
  return { code, number, name, place: { lat: place.lat, lng: place.lng } }
}

/** The link names another station than the draft; it may name one by code or by number. */
function isForOther({ station }: Draft, code: string | undefined): boolean {
  return code !== undefined && station?.code !== code && station?.number !== code
}

/**
 * Which station the form is for. The one in the link wins over an empty draft; a draft for another station is the
 * person's to decide about.
 */
export function useDraftStation(code: string | undefined) {
  const { draft, change, startOver } = useDraft()
  const isOther = isForOther(draft, code)
  // Of a station whose page was open once, so that the form begins without a network too.
  const query = useStation(isOther ? code : undefined)
  const asked = isOther && query.data ? draftStationOf(query.data) : null
  const mustAsk = draft.station !== null && hasContent(draft)
  useEffect(() => {
    if (!asked || mustAsk) return
    if (hasContent(draft) || isOnTheWay(draft)) change({ station: asked })
    else startOver({ station: asked })
  }, [asked, mustAsk, draft, change, startOver])
  if (isOther)
    return asked && mustAsk
      ? ({ kind: 'other', station: asked } as const)
      : ({ kind: 'loading', query } as const)
  return draft.station ? ({ kind: 'ready' } as const) : ({ kind: 'none' } as const)
}

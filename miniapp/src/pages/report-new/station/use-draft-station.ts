import type { StationRow } from '@shared/contract/station.ts'
import { useEffect, useState } from 'react'
import { useStation } from '@/api/use-station'
import { isOnTheWay } from '@/state/about-case'
import { type Draft, type DraftStation, hasContent, useDraft } from '@/state/draft'

export function draftStationOf({ code, number, name, place }: StationRow): DraftStation {
  return { code, number, name, place: { lat: place.lat, lng: place.lng } }
}

/** The link namesOther another station than the draft; it may name one by code or by number. */
function isForOther({ station }: Draft, code: string | undefined): boolean {
  return code !== undefined && station?.code !== code && station?.number !== code
}

/**
 * The same, until the draft was once for the link's station: whoever then chose another one is not asked about the first
 * again. What is begun anew follows the link anew.
 */
function useIsForOther(draft: Draft, code: string | undefined): boolean {
  const link = `${draft.key} ${code}`
  const [followed, setFollowed] = useState('')
  const isOther = isForOther(draft, code)
  if (!isOther && followed !== link) setFollowed(link)
  return isOther && followed !== link
}

/**
 * Which station the form is for. The one in the link wins over an empty draft; a draft for another station is the
 * person's to decide about.
 */
export function useDraftStation(code: string | undefined) {
  const { draft, change, startOver } = useDraft()
  const isOther = useIsForOther(draft, code)
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

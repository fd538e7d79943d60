import type { StationRow } from '@shared/contract/station.ts'
import { useCallback, useEffect } from 'react'
import { useStation } from '@/api/use-station'
import { returnTo } from '@/platform/navigation'
import { useDraft } from '@/state/draft'
import { draftStationOf } from '../station/use-draft-station'

/**
 * Gives the draft another station, everything else stays, and goes back to where the person was.
 *
 * @param code what was scanned on the way here; that station is taken as soon as it is known
 */
export function useChosenStation(code: string | undefined) {
  const query = useStation(code)
  const choose = useCallback((station: StationRow) => {
    const { draft, change } = useDraft.getState()
    change({ station: draftStationOf(station) })
    returnTo(draft.checked ? 'report-new-check' : 'report-new', undefined, { leaving: true })
  }, [])
  const scanned = query.data
  useEffect(() => {
    if (scanned) choose(scanned)
  }, [scanned, choose])
  return { query, choose }
}

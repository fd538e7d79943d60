import { useState } from 'react'
import type { LatLng } from '@shared/domain/geo.ts'
import { locate } from '@/platform/location'
import { LocationFailure } from '@/platform/location-failure'

/** The device's position, asked for by a tap; what went wrong is a key 'location.<problem>'. */
export function useWhereAmI() {
  const [here, setHere] = useState<LatLng | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<LocationFailure['reason'] | null>(null)
  const find = async (): Promise<LatLng | null> => {
    setBusy(true)
    setProblem(null)
    try {
      const { lat, lng } = await locate()
      setHere({ lat, lng })
      return { lat, lng }
    } catch (error) {
      setProblem(error instanceof LocationFailure ? error.reason : 'unavailable')
      return null
    } finally {
      setBusy(false)
    }
  }
  return { here, busy, problem, find }
}

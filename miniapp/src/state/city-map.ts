import type { Health } from '@shared/contract/health.ts'
import { create } from 'zustand'
import { apiBase, request } from '@/api/client'

interface CityMap {
  /** Undefined until the city was asked, null where it has no maps. */
  map: { attribution: string } | null | undefined
}

/** Whether the city has maps. Asked once, when the first map is shown: most visits show none. */
export const useCityMap = create<CityMap>(() => ({ map: undefined }))

let asking: Promise<void> | null = null

/** Asks the city; without an answer the plain grid stays, and the next map asks again. */
export function askForCityMap(): void {
  if (useCityMap.getState().map !== undefined) return
  asking ??= request<Health>({ path: '/api/v1/health' })
    .then(({ map }) => useCityMap.setState({ map: map ?? null }))
    .catch(() => undefined)
    .finally(() => {
      asking = null
    })
}

/** Where a piece of the map is. */
export function tileAddress(z: number, x: number, y: number): string {
  return `${apiBase}/api/v1/map/${z}/${x}/${y}`
}

import type { LatLng } from '@shared/domain/geo.ts'

export interface ChosenPlace {
  position: LatLng
  address: string
}

/** Whether the host has its own map to choose from, with search by name. A browser has none. */
export const hasPlaceChooser = false as boolean

/** null when the person changed their mind. Call it from a tap. */
export async function choosePlace(_near: LatLng): Promise<ChosenPlace | null> {
  return null
}

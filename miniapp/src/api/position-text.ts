import type { LatLng } from '@shared/domain/geo.ts'

/** A position as a query carries it, to about a metre. */
export function positionText({ lat, lng }: LatLng): string {
  return `${lat.toFixed(5)},${lng.toFixed(5)}`
}

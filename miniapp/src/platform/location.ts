import { LocationFailure } from './location-failure'

export interface Position {
  /** degrees, WGS84 */
  lat: number
  lng: number
  /** metres */
  accuracy: number
}

/**
 * Where the device is, WGS84. Ask from a tap, never on load.
 * @throws LocationFailure
 */
export function locate(): Promise<Position> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new LocationFailure('unavailable'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude, accuracy: coords.accuracy }),
      ({ code, PERMISSION_DENIED }) =>
        reject(new LocationFailure(code === PERMISSION_DENIED ? 'denied' : 'unavailable')),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    )
  })
}

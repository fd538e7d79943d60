/** Positions are shown to the public to about 100 m: where somebody lives must not be read off a public report. */
const PUBLIC_DEGREES = 1000

/** A position in degrees as everybody may read it. */
export function publicPlace({ lat, lng }: { lat: number; lng: number }): { lat: number; lng: number } {
  const coarse = (degrees: number) => Math.round(degrees * PUBLIC_DEGREES) / PUBLIC_DEGREES
  return { lat: coarse(lat), lng: coarse(lng) }
}

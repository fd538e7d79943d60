import type { LatLng } from '@shared/domain/geo.ts'

/** WeChat's maps speak GCJ-02, the offset datum that is law for maps in mainland China; our API speaks WGS84. */
const AXIS = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943
const { sin, cos, sqrt, abs, PI } = Math

function waves(x: number): number {
  return ((20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2) / 3
}

function latShift(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
  return (
    base +
    waves(x) +
    ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 +
    ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3
  )
}

function lngShift(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
  return (
    base +
    waves(x) +
    ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
    ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3
  )
}

function shift({ lat, lng }: LatLng): LatLng {
  const radians = (lat / 180) * PI
  const magic = 1 - ECCENTRICITY * sin(radians) ** 2
  const root = sqrt(magic)
  return {
    lat: (latShift(lng - 105, lat - 35) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * root)) * PI),
    lng: (lngShift(lng - 105, lat - 35) * 180) / ((AXIS / root) * cos(radians) * PI),
  }
}

export function toGcj02(at: LatLng): LatLng {
  const { lat, lng } = shift(at)
  return { lat: at.lat + lat, lng: at.lng + lng }
}

/** Back again; two rounds bring it within a few centimetres. */
export function fromGcj02(at: LatLng): LatLng {
  let guess = at
  for (let round = 0; round < 3; round += 1) {
    const there = toGcj02(guess)
    guess = { lat: guess.lat + at.lat - there.lat, lng: guess.lng + at.lng - there.lng }
  }
  return guess
}

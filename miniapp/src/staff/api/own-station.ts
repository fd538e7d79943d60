import type { StationCode, StationScans } from '@shared/contract/station-code.ts'
import { apiBase, request } from '@/api/client'
import { asStaff } from './as-staff'

const pathOf = (number: string) => `/api/v1/stations/${encodeURIComponent(number)}`

/** Pictures that a browser shows, prints and saves. `version` makes a new code a new picture. */
export function posterAddresses(number: string, version: string) {
  const path = `${apiBase}${pathOf(number)}`
  return { poster: `${path}/poster.svg?v=${version}`, code: `${path}/qr.svg?v=${version}` }
}

export function readScans(number: string, signal?: AbortSignal): Promise<StationScans> {
  return asStaff(request({ path: `${pathOf(number)}/scans`, signal }))
}

/** The old code is dead from then on. */
export function renewCode(number: string): Promise<StationCode> {
  return asStaff(request({ method: 'POST', path: `${pathOf(number)}/code`, body: {} }))
}

export function revokeCode(number: string): Promise<void> {
  return asStaff(request({ method: 'DELETE', path: `${pathOf(number)}/code` }))
}

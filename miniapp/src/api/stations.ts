import type { Station, StationList } from '@shared/contract/station.ts'
import { request } from './client'
import { positionText } from './position-text'

export interface StationSearch {
  /** number, name, street or address */
  q?: string
  district?: string
  /** WGS84 degrees */
  near?: { lat: number; lng: number }
  cursor?: string
  limit?: number
}

export function listStations({ near, ...rest }: StationSearch, signal?: AbortSignal): Promise<StationList> {
  const query = { ...rest, near: near && positionText(near) }
  return request<StationList>({ path: '/api/v1/stations', query, signal })
}

/** By the code in the printed link, or by number. */
export function getStation(code: string, signal?: AbortSignal): Promise<Station> {
  return request<Station>({ path: `/api/v1/stations/${encodeURIComponent(code)}`, signal })
}

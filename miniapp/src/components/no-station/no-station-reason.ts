import { ApiError } from '@/api/api-error'

/** Why a code leads to no station; null for every other failure. */
export function noStationReason(error: Error | null): 'unknown' | 'revoked' | null {
  if (!(error instanceof ApiError)) return null
  if (error.code === 'STATION_REVOKED') return 'revoked'
  return error.code === 'STATION_UNKNOWN' ? 'unknown' : null
}

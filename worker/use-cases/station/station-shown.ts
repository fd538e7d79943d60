import type { StationRow } from '../../../shared/contract/station.ts'
import type { StationRecord } from '../../repository/stations.ts'

const MICRO = 1e6

/** A station as lists show it. */
export function stationShown(record: StationRecord): StationRow {
  return {
    number: record.number,
    code: record.code,
    name: record.name,
    district: record.district,
    street: record.street,
    place: { lat: record.latE6 / MICRO, lng: record.lngE6 / MICRO, address: record.address },
  }
}

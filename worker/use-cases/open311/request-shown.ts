import type { GeoRequest } from '../../../shared/contract/open311.ts'
import { geoReportStatus } from '../../../shared/domain/open311.ts'
import { withoutPersonal } from '../../../shared/domain/personal-patterns.ts'
import type { Context } from '../../context.ts'
import { open311Words } from '../../locale/open311-words.ts'
import type { GeoRecord } from '../../repository/open311-requests.ts'
import { publicPlace } from '../report/public-place.ts'

/** A moment (milliseconds) as W3C writes it, in UTC. */
export function w3(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** How it stands; with the answer once there is one. */
function notesOf(ctx: Context, record: GeoRecord): string {
  const label = open311Words(ctx.locale).states[record.state]
  const isAnswered = record.state === 'answered' || record.state === 'closed'
  if (!isAnswered || !record.answer) return label
  return `${label}\n${record.isOwn ? record.answer : withoutPersonal(record.answer)}`
}

/** Where it is: exactly for whoever filed it, to about 100 m and by its district for everybody else. */
function placeOf({ isOwn, place, address, names }: GeoRecord): Pick<GeoRequest, 'address' | 'lat' | 'long'> {
  const shown = place && !isOwn ? publicPlace(place) : place
  return {
    address: (isOwn && address) || names.district,
    lat: shown?.lat ?? null,
    long: shown?.lng ?? null,
  }
}

/** A report in GeoReport's words. */
export function requestShown(ctx: Context, record: GeoRecord, origin: string): GeoRequest {
  const status = geoReportStatus(record.state)
  return {
    service_request_id: record.number,
    status,
    status_notes: notesOf(ctx, record),
    service_name: record.names.category,
    service_code: record.categoryCode,
    description: record.isOwn ? record.text : (record.publicText ?? withoutPersonal(record.text)),
    agency_responsible: record.names.body ?? record.names.station,
    service_notice: null,
    requested_datetime: w3(record.createdAt),
    // What is noted after the end moves nothing any more.
    updated_datetime: w3(status === 'closed' ? record.movedAt : record.updatedAt),
    expected_datetime: w3(record.promisedAt),
    ...placeOf(record),
    address_id: null,
    zipcode: null,
    media_url: record.photoId === null ? null : `${origin}/api/v1/photos/${record.photoId}?size=full`,
  }
}

import type { OpenReportsQuery } from '../../../shared/contract/open-data.ts'
import type { ReportRow } from '../../../shared/contract/report.ts'
import { LICENCE } from '../../../shared/domain/open-data.ts'
import type { Context } from '../../context.ts'
import type { Stamp } from '../../repository/open-data.ts'
import { textStream } from '../text-stream.ts'
import { openReports } from './open-reports.ts'
import { reportAddress } from './report-address.ts'

function featureOf(origin: string, row: ReportRow) {
  const { number, channel, state, round, category, district, station, text, place } = row
  return {
    type: 'Feature',
    id: number,
    // RFC 7946: longitude first; null for what has no place.
    geometry: place && { type: 'Point', coordinates: [place.lng, place.lat] },
    properties: {
      number,
      address: reportAddress(origin, number),
      channel,
      state,
      round,
      category,
      district,
      station,
      text,
      bounces: row.bounces,
      supervision: row.supervision,
      promisedAt: row.promisedAt,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
    },
  }
}

/** The published reports as a FeatureCollection (RFC 7946), newest first. */
export async function reportsGeoJson(
  ctx: Context,
  query: OpenReportsQuery,
  origin: string,
): Promise<{ stamp: Stamp; body: ReadableStream<Uint8Array> }> {
  const { stamp, pieces } = await openReports(ctx, query)
  async function* text() {
    yield `{"type":"FeatureCollection","licence":${JSON.stringify(LICENCE)},"features":[`
    let between = '\n'
    for await (const rows of pieces) {
      const features = rows.map((row) => JSON.stringify(featureOf(origin, row)))
      if (features.length > 0) yield between + features.join(',\n')
      between = ',\n'
    }
    yield '\n]}\n'
  }
  return { stamp, body: textStream(text()) }
}

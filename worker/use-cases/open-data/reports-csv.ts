import type { OpenReportsQuery } from '../../../shared/contract/open-data.ts'
import type { ReportRow } from '../../../shared/contract/report.ts'
import { LICENCE } from '../../../shared/domain/open-data.ts'
import type { Context } from '../../context.ts'
import type { Stamp } from '../../repository/open-data.ts'
import { csvStream } from '../csv.ts'
import { openReports } from './open-reports.ts'
import { reportAddress } from './report-address.ts'

const COLUMNS = [
  'number',
  'address',
  'channel',
  'state',
  'round',
  'category_code',
  'category',
  'district_code',
  'district',
  'station_number',
  'station',
  'text',
  'lat',
  'lng',
  'bounces',
  'supervision',
  'promised_at',
  'created_at',
  'updated_at',
  'licence',
] as const

function cellsOf(origin: string, row: ReportRow) {
  const { number, channel, state, round, category, district, station, text, place } = row
  return [
    number,
    reportAddress(origin, number),
    channel,
    state,
    round,
    category.code,
    category.name,
    district.code,
    district.name,
    station?.number ?? null,
    station?.name ?? null,
    text,
    place?.lat ?? null,
    place?.lng ?? null,
    row.bounces,
    row.supervision,
    row.promisedAt,
    row.createdAt,
    row.updatedAt,
    LICENCE.id,
  ]
}

/** The published reports as CSV, newest first. */
export async function reportsCsv(
  ctx: Context,
  query: OpenReportsQuery,
  origin: string,
): Promise<{ stamp: Stamp; body: ReadableStream<Uint8Array> }> {
  const { stamp, pieces } = await openReports(ctx, query)
  async function* cells() {
    for await (const rows of pieces) yield rows.map((row) => cellsOf(origin, row))
  }
  return { stamp, body: csvStream(COLUMNS, cells()) }
}

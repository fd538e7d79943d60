import type { OpenReportsQuery } from '../../../shared/contract/open-data.ts'
import type { ReportRow } from '../../../shared/contract/report.ts'
import { endOfCityDay } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { openDataStamp, type Stamp } from '../../repository/open-data.ts'
import { runBatch } from '../../repository/query.ts'
import { publicReports, type ListedReport, type ListPosition } from '../../repository/report-lists.ts'
import type { ListFilter } from '../../repository/report-conditions.ts'
import { switchedOff } from '../../repository/switches.ts'
import { requireOn } from '../switch/require-on.ts'
import { presentRow } from '../report/list.ts'

/** Rows that one call to the database gives. */
const PIECE = 1000
const DAY = 24 * 60 * 60 * 1000

/** A file of the open data: what it is a state of, and its rows, piece by piece. */
export interface OpenReports {
  stamp: Stamp
  pieces: AsyncIterable<ReportRow[]>
}

export function filterOf({ district, category, station, from, to }: OpenReportsQuery): ListFilter {
  return {
    district,
    category,
    station,
    from: from === undefined ? undefined : endOfCityDay(from) - DAY + 1,
    to: to === undefined ? undefined : endOfCityDay(to) + 1,
  }
}

/** As everybody may read it; without the link to a photo, which ends after a while and would make each file differ. */
export function openRow(ctx: Context, row: ListedReport): Promise<ReportRow> {
  return presentRow(ctx, { ...row, publicPhotoId: null }, 'public')
}

/**
 * All published reports that fit, newest first. The first of them come with the stamp, in one call.
 *
 * @throws AppError `SWITCHED_OFF`
 */
export async function openReports(ctx: Context, query: OpenReportsQuery): Promise<OpenReports> {
  const after = (position: ListPosition | null) =>
    publicReports(ctx.db, ctx.locale, filterOf(query), { sort: 'new', after: position, limit: PIECE })
  const [off, stamp, first] = await runBatch(ctx.db, [
    switchedOff(ctx.db),
    openDataStamp(ctx.db),
    after(null),
  ])
  requireOn(off, 'open-data')
  async function* pieces() {
    for (let rows = first; ;) {
      yield await Promise.all(rows.map((row) => openRow(ctx, row)))
      const last = rows.at(-1)
      if (rows.length < PIECE || !last) return
      ;[rows] = await runBatch(ctx.db, [after({ id: last.id, dueAt: 0 })])
    }
  }
  return { stamp, pieces: pieces() }
}

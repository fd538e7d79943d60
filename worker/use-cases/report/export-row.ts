import type { Locale } from '../../../shared/domain/locale.ts'
import { blackOutText, findPersonal } from '../../../shared/domain/personal-patterns.ts'
import { formatReportNumber } from '../../../shared/domain/receipt.ts'
import { exportWordsIn } from '../../locale/export-words.ts'
import type { ListedReport } from '../../repository/report-lists.ts'
import { holderName } from './present.ts'

const AHEAD_MS = 8 * 3_600_000

/** `YYYY-MM-DD HH:MM` in Asia/Shanghai, as spreadsheets read it. */
function localTime(at: number): string {
  return new Date(at + AHEAD_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** A file goes from hand to hand: what tells who somebody is, or how to reach them, stays behind. */
function withoutAnyone(text: string): string {
  return blackOutText(text, findPersonal(text))
}

/** One report as a line of the file, in the order of `exportWordsIn(…).columns`. There is no contact in it. */
export function exportRow(locale: Locale, row: ListedReport): (string | number | null)[] {
  const words = exportWordsIn(locale)
  const when = (at: number | null) => (at === null ? '' : localTime(at))
  return [
    formatReportNumber(row.number),
    words.channels[row.channel],
    words.states[row.state],
    row.round,
    row.names.category,
    withoutAnyone(row.text),
    withoutAnyone(row.address ?? ''),
    row.place?.lat ?? null,
    row.place?.lng ?? null,
    row.names.district,
    row.names.station,
    row.holderType && holderName(locale, row.holderType, row.names),
    row.names.body,
    when(row.createdAt),
    when(row.dueAt),
    when(row.promisedAt),
    when(row.updatedAt),
    row.bounces,
    row.joins,
    words.supervisions[row.supervision],
    words.overdue[row.overdueLevel],
    row.isPublic ? words.yes : words.no,
  ]
}

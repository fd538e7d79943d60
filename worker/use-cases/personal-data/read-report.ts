import type { ReportPersonalData } from '../../../shared/contract/personal-data.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { Context } from '../../context.ts'
import { erasureRequest, retentionLimits, type RetentionLimit } from '../../repository/personal-data.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import {
  eventsOfReport,
  photosOfReport,
  type EventRecord,
  type ReportPhoto,
} from '../../repository/report-events.ts'
import type { Reader } from '../../repository/report-scope.ts'
import { contactByNumber } from '../../repository/reports.ts'
import { auditEntry } from '../audit/record.ts'
import { openContact } from '../report/contact.ts'
import { isoOrNull } from '../report/present-time.ts'
import { presentWhole } from '../report/present.ts'
import { keptDays } from '../retention/list-retention.ts'
import { loadOwnReport } from './own-report.ts'

/** What is read of a report besides its row. */
export function personalQueries(ctx: Pick<Context, 'db'>, number: string, asker: Reader) {
  return [
    eventsOfReport(ctx.db, number, asker),
    photosOfReport(ctx.db, number, asker),
    contactByNumber(ctx.db, number, asker),
    erasureRequest(ctx.db, number),
    retentionLimits(ctx.db),
  ] as const satisfies readonly Query<unknown>[]
}

type Loaded = [EventRecord[], ReportPhoto[], string | null, number | null, RetentionLimit[]]

/** What is kept of the person who filed a report. */
export async function presentPersonalData(
  ctx: Context,
  record: ReportRecord,
  reader: Actor,
  [events, photos, sealed, askedAt, limits]: Loaded,
): Promise<ReportPersonalData> {
  const { number, categoryCode } = record.facts
  // As the reporter, whatever else the caller is: notes and staff names are not theirs to take out.
  const asReporter: Actor = { ...reader, role: 'anonymous', reporterOf: number }
  const whole = await presentWhole(ctx, { record, events, photos }, asReporter)
  if (!whole) throw new AppError('NOT_FOUND')
  const { report, timeline } = whole
  const own = events.filter(({ data, action }) => data.asReporter === true && action !== 'submit')
  const seqs = new Set(own.map(({ seq }) => seq))
  return {
    number,
    state: report.state,
    createdAt: report.createdAt,
    anonymised: report.anonymised,
    contact: await openContact(ctx, sealed, number),
    text: report.text,
    address: record.address,
    place: record.place,
    answers: report.answers,
    photos: report.photos,
    own: timeline.filter(({ seq }) => seqs.has(seq)),
    public: report.public,
    erasureAskedAt: isoOrNull(askedAt),
    keptDays: keptDays(limits, categoryCode),
  }
}

/**
 * Everything that is kept of the person who filed a report, for them. That it was taken out is written down.
 *
 * @throws AppError as `loadOwnReport`
 */
export async function readReportPersonalData(ctx: Context, typed: string): Promise<ReportPersonalData> {
  const { record, reader, answers } = await loadOwnReport(ctx, typed, (number, asker) =>
    personalQueries(ctx, number, asker),
  )
  const data = await presentPersonalData(ctx, record, reader, answers as unknown as Loaded)
  await runBatch(ctx.db, [
    auditEntry(ctx, reader, 'personal-data.exported', { subject: `report:${record.facts.number}` }),
  ])
  return data
}

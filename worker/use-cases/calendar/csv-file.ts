import * as z from 'zod/mini'
import { calendarCsvRow, type CalendarImportAnswer } from '../../../shared/contract/calendar.ts'
import { CALENDAR_FIELDS } from '../../../shared/domain/calendar-fields.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { Context } from '../../context.ts'
import {
  insertYear,
  publishedYears,
  replaceDays,
  updateSource,
  type PublishedDay,
  type PublishedYear,
} from '../../repository/calendar.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { csvStream } from '../csv.ts'
import { linesOf, refuseWrong, wrongInWords, type Line, type Wrong } from '../csv-lines.ts'
import { fieldErrors } from '../field-errors.ts'
import { withActor } from '../session/with-actor.ts'
import { dateProblem } from './check-days.ts'

const MOST_PREVIEWED = 20
const COLUMNS = CALENDAR_FIELDS.map(({ name }) => name)

/** The whole calendar as CSV, which an import takes back. */
export async function exportCalendar(ctx: Context): Promise<ReadableStream<Uint8Array>> {
  const { actor, answers } = await withActor(ctx, [publishedYears(ctx.db)])
  await runBatch(ctx.db, [auditEntry(ctx, actor, 'calendar.exported', { subject: 'calendar' })])
  async function* rows() {
    for (const { source, days } of answers[0])
      yield days.map(({ date, kind, name }) => [date, kind, name, source])
  }
  return csvStream(COLUMNS, rows())
}

type CsvDay = z.infer<typeof calendarCsvRow>

/** Every line as a day, and everything that is wrong with any. */
function checkLines(lines: readonly Line[]): { days: CsvDay[]; wrong: Wrong[] } {
  const days: CsvDay[] = []
  const wrong: Wrong[] = []
  const seen = new Set<string>()
  const sources = new Map<string, string>()
  for (const { line, raw } of lines) {
    const parsed = z.safeParse(calendarCsvRow, raw)
    if (!parsed.success) {
      const errors = Object.entries(fieldErrors(parsed.error.issues, raw))
      wrong.push(...errors.map(([column, error]) => ({ line, column, error })))
      continue
    }
    const day = parsed.data
    const year = day.date.slice(0, 4)
    const problem = dateProblem(Number(year), day, seen)
    if (problem) wrong.push({ line, column: 'date', error: problem })
    // One notice announces a year: two would contradict each other.
    if (day.source !== (sources.get(year) ?? day.source))
      wrong.push({ line, column: 'source', error: { problem: 'not_in_list' } })
    seen.add(day.date)
    sources.set(year, day.source)
    days.push(day)
  }
  return { days, wrong }
}

function yearsOf(days: readonly CsvDay[]): PublishedYear[] {
  const years = new Map<number, PublishedYear>()
  for (const { source, ...day } of days.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const year = Number(day.date.slice(0, 4))
    const known = years.get(year) ?? { year, source, days: [] }
    years.set(year, { ...known, days: [...known.days, day] })
  }
  return [...years.values()]
}

const isSameDay = (a: PublishedDay, b: PublishedDay) => a.kind === b.kind && a.name === b.name

/** What a year of the file does to the year that is there. */
function differenceOf(before: PublishedYear | undefined, after: PublishedYear) {
  const old = new Map(before?.days.map((day) => [day.date, day]))
  const added = after.days.filter(({ date }) => !old.has(date))
  const changed = after.days.filter((day) => {
    const known = old.get(day.date)
    return known !== undefined && !isSameDay(known, day)
  })
  const dates = new Set(after.days.map(({ date }) => date))
  const removed = [...old.keys()].filter((date) => !dates.has(date))
  const isChanged = added.length + changed.length + removed.length > 0 || before?.source !== after.source
  return { before, after, added, changed, removed, isChanged }
}

type Difference = ReturnType<typeof differenceOf>

function writesOf(ctx: Context, actor: Actor, { before, after }: Difference): Query<unknown>[] {
  const subject = `calendar:${after.year}`
  if (!before)
    return [
      ...insertYear(ctx.db, after),
      auditEntry(ctx, actor, 'calendar.added', { subject, detail: { ...after } }),
    ]
  return [
    updateSource(ctx.db, after.year, after.source),
    ...replaceDays(ctx.db, after.year, after.days),
    auditEntry(ctx, actor, 'calendar.changed', {
      subject,
      detail: { before, source: after.source, days: after.days },
    }),
  ]
}

/**
 * Takes years from CSV: a year that is in the file is afterwards exactly what the file says, years that are not in it
 * stay. It says what would change and row-exact what is wrong, and writes all of it or nothing.
 *
 * @param apply without it nothing is written
 * @throws AppError as `withActor`, `VALIDATION_FAILED` when it was to be written and something is wrong
 */
export async function importCalendar(
  ctx: Context,
  text: string,
  apply: boolean,
): Promise<CalendarImportAnswer> {
  const { actor, answers } = await withActor(ctx, [publishedYears(ctx.db)])
  const read = linesOf(CALENDAR_FIELDS, text)
  const checked = read.wrong.length > 0 ? { days: [], wrong: [] } : checkLines(read.lines)
  const wrong = [...read.wrong, ...checked.wrong]
  const byYear = new Map(answers[0].map((year) => [year.year, year]))
  const differences = yearsOf(checked.days).map((year) => differenceOf(byYear.get(year.year), year))
  const toWrite = differences.filter(({ isChanged }) => isChanged)
  if (apply) {
    refuseWrong(wrong)
    await runBatch(
      ctx.db,
      toWrite.flatMap((difference) => writesOf(ctx, actor, difference)),
    )
  }
  const dates = (which: 'added' | 'changed') =>
    differences.flatMap((one) => one[which].map(({ date }) => date))
  const [added, changed] = [dates('added'), dates('changed')]
  const removed = differences.flatMap((one) => one.removed)
  return {
    applied: apply,
    years: toWrite.map(({ after }) => after.year),
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    unchanged: checked.days.length - added.length - changed.length,
    errors: wrongInWords(ctx, wrong),
    errorCount: wrong.length,
    preview: {
      added: added.slice(0, MOST_PREVIEWED),
      changed: changed.slice(0, MOST_PREVIEWED),
      removed: removed.slice(0, MOST_PREVIEWED),
    },
  }
}

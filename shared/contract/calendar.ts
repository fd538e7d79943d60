import * as z from 'zod/mini'
import { cityImportAnswer } from './city-table.ts'
import { freeText } from './primitives.ts'

/** A day that is not what its weekday says: a holiday, or a weekend day that is worked to make up for one (调休). */
export const calendarDay = z.object({
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  date: z.iso.date(),
  kind: z.enum(['holiday', 'workday']),
  /** The holiday it belongs to, as the notice names it. */
  name: freeText(1, 20),
})

/** A year whose days off are announced, and the notice that announced them. */
export const calendarYear = z.object({
  year: z.number(),
  source: z.string(),
  days: z.array(calendarDay),
})
export type CalendarYear = z.infer<typeof calendarYear>

/** Promises that fall into a year, of reports on which somebody still has to act. */
const yearPromises = z.object({
  year: z.number(),
  open: z.number(),
  /** Told while the year was not published: they stay as they were told. */
  provisional: z.number(),
})

/** `GET /api/v1/admin/calendar`: every published year, earliest first, each day once and in order. */
export const calendarList = z.object({
  items: z.array(calendarYear),
  /** Years without any are missing; one that is not published may be among them. */
  promises: z.array(yearPromises),
})
export type CalendarList = z.infer<typeof calendarList>

const source = freeText(2, 200)
/** A year without a single holiday is a list somebody forgot, and no year has more than 366 days. */
const days = z.array(calendarDay).check(z.minLength(1), z.maxLength(366))

/** `POST /api/v1/admin/calendar`. A day in December belongs to its own year, also when a later notice gave it. */
export const calendarYearRequest = z.strictObject({
  year: z.number().check(z.int(), z.minimum(2000), z.maximum(2100)),
  source,
  days,
})
export type CalendarYearRequest = z.infer<typeof calendarYearRequest>

/** `PATCH /api/v1/admin/calendar/{year}`: what is given replaces what is there, the days as a whole. */
export const calendarChangeRequest = z
  .strictObject({ source: z.optional(source), days: z.optional(days) })
  .check(z.refine((change) => change.source !== undefined || change.days !== undefined, { path: ['days'] }))
export type CalendarChangeRequest = z.infer<typeof calendarChangeRequest>

/** One line of the calendar as CSV. */
export const calendarCsvRow = z.object({ ...calendarDay.shape, source })

/** `POST /api/v1/admin/calendar/import`: counts are of days; with a single error nothing is written. */
export const calendarImportAnswer = z.extend(z.omit(cityImportAnswer, { examples: true, names: true }), {
  /** Years that would be new or would change. */
  years: z.array(z.number()),
  /** Days of those years that are not in the file. */
  removed: z.number(),
  preview: z.object({
    added: z.array(z.string()),
    changed: z.array(z.string()),
    removed: z.array(z.string()),
  }),
})
export type CalendarImportAnswer = z.infer<typeof calendarImportAnswer>

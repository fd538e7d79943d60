import * as z from 'zod/mini'
import { cityDay, statistics } from './statistics.ts'

const code = z.string().check(z.maxLength(60))
const narrowed = {
  district: z.optional(code),
  category: z.optional(code),
  station: z.optional(code),
  /** Filed on these days or between them. */
  from: z.optional(cityDay),
  to: z.optional(cityDay),
}

/** Query of `/open-data/reports.{csv,geojson}`. */
export const openReportsQuery = z.object(narrowed)
export type OpenReportsQuery = z.output<typeof openReportsQuery>

/** Query of `/feeds/reports.atom`. */
export const reportFeedQuery = z.object({
  ...narrowed,
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
})
export type ReportFeedQuery = z.output<typeof reportFeedQuery>

const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
/** Query of `/open-data/figures.csv`: months of filing, both included. */
export const openFiguresQuery = z.object({ from: z.optional(month), to: z.optional(month) })
export type OpenFiguresQuery = z.output<typeof openFiguresQuery>

/** `GET /open-data/statistics.json`: what `GET /api/v1/statistics` answers, and under which terms. */
export const openStatistics = z.extend(statistics, {
  licence: z.object({ id: z.string(), url: z.string(), note: z.string() }),
})

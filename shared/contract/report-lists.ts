import * as z from 'zod/mini'
import { moment } from './primitives.ts'
import { reportListQuery } from './report.ts'

/** No more than so many are counted; more is "over 1,000". */
export const COUNT_CAP = 1001

/** A list of the caller's own: the parameters of `GET /api/v1/reports`, as they stand in its address. */
const ownList = z.extend(z.omit(reportListQuery, { scope: true, sort: true, cursor: true, limit: true }), {
  scope: z._default(z.enum(['mine', 'inbox', 'visible', 'watched']), 'visible'),
})

/** `POST /api/v1/reports/counts`: several lists in one request. */
export const countsRequest = z.strictObject({
  lists: z
    .array(
      z.extend(ownList, {
        /** Only what has come since: to an inbox by any event, to other lists by being filed. */
        since: z.optional(moment),
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
})

/** In the order of the lists; `at` is the server's clock, to ask for what comes after it. */
export const countsAnswer = z.object({
  at: moment,
  counts: z.array(z.object({ value: z.number(), capped: z.boolean() })),
})
export type CountsAnswer = z.infer<typeof countsAnswer>

/** `POST /api/v1/reports/exports`: a list to be taken out as CSV. */
export const exportRequest = ownList

/** What opens the pieces for a day, and how many rows there are to come. */
export const exportBegun = z.object({ export: z.string(), total: z.number(), expiresAt: moment })
export type ExportBegun = z.infer<typeof exportBegun>

/** `GET /api/v1/reports/exports/{export}`: the piece after a row. */
export const exportPieceQuery = z.object({ after: z.optional(z.string().check(z.maxLength(200))) })

/** Lines of CSV; the first piece begins with the names of the columns. */
export const exportPiece = z.object({
  csv: z.string(),
  rows: z.number(),
  nextCursor: z.nullable(z.string()),
})
export type ExportPiece = z.infer<typeof exportPiece>

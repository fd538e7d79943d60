import * as z from 'zod/mini'
import { GROUPINGS } from '../domain/figures.ts'
import { cityDate } from '../domain/working-days.ts'
import { dateOrMoment } from './primitives.ts'

/** A date in Asia/Shanghai, or a moment, which stands for the date it falls on there. */
export const cityDay = z.pipe(
  dateOrMoment,
  z.transform((given) => (given.includes('T') ? cityDate(Date.parse(given)) : given)),
)

const code = z.string().check(z.maxLength(60))

/** Query of `GET /api/v1/statistics`: reports filed from `from` to `to`, both days included; all without them. */
export const statisticsQuery = z.object({
  from: z.optional(cityDay),
  to: z.optional(cityDay),
  district: z.optional(code),
  category: z.optional(code),
  station: z.optional(code),
  body: z.optional(code),
  by: z._default(z.enum(GROUPINGS), 'month'),
})
export type StatisticsQuery = z.output<typeof statisticsQuery>

const count = z.number()
/** A share is never a bare percentage: how many of how many. */
const share = z.object({ numerator: count, denominator: count })

/** What each number means is said at `Figures` in `shared/domain/figures.ts`. */
const figures = {
  received: count,
  open: count,
  awaitingRating: count,
  overdue: count,
  closed: count,
  rates: z.object({ answered: share, solved: share, satisfied: share }),
  excluded: z.object({ declined: count, withdrawn: count, merged: count, notRated: count }),
  onTime: z.object({ preReview: share, sign: share, handle: share, review: share, promise: share }),
  bounces: count,
  escalations: count,
  rounds: z.object({ reopened: count }),
}

/**
 * `GET /api/v1/statistics`. The series splits the same reports: by month `{month: "2026-11", …}`, else
 * `{code, name, …}` in the order of the codes, never of the numbers; code null for reports without a body. What
 * nothing was counted of is left out.
 */
export const statistics = z.object({
  period: z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) }),
  ...figures,
  series: z.array(
    z.union([
      z.object({ month: z.string(), ...figures }),
      z.object({ code: z.nullable(z.string()), name: z.string(), ...figures }),
    ]),
  ),
})
export type Statistics = z.infer<typeof statistics>

import * as z from 'zod/mini'

const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/** `GET /api/v1/stations/{code}/duty`: which deputies can be met on which day, from the Monday of `from` on. */
export const dutyQuery = z.object({ from: z.optional(date) })
export type DutyQuery = z.output<typeof dutyQuery>

/** Two weeks, every day of them. Dates are of Asia/Shanghai. */
export const dutyRoster = z.object({
  from: z.string(),
  days: z.array(z.object({ date: z.string(), deputyIds: z.array(z.string()) })),
})
export type DutyRoster = z.infer<typeof dutyRoster>

/** `PUT`: who is on duty on that day, all of them; none for nobody. */
export const dutyChange = z.object({
  date,
  deputyIds: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(50)),
})
export type DutyChange = z.output<typeof dutyChange>

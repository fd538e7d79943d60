import * as z from 'zod/mini'
import { STATES } from '../domain/report-state.ts'
import { moment, named } from './primitives.ts'
import { problemNote } from './problem-note.ts'

/** What a deputy does with a report, in the words of the record. */
export const DEPUTY_DEEDS = ['filed', 'watched', 'reviewed', 'answered'] as const
export type DeputyDeed = (typeof DEPUTY_DEEDS)[number]

const counts = z.object({
  filed: z.number(),
  watched: z.number(),
  reviewed: z.number(),
  answered: z.number(),
})

/** One report of the year, with what the deputy did and what became of it until now. */
export const recordedReport = z.object({
  number: z.string(),
  text: z.string(),
  category: named,
  state: z.enum(STATES),
  round: z.number(),
  did: z.array(z.enum(DEPUTY_DEEDS)),
  /** When the deputy did the first of it in that year. */
  at: moment,
  /** What the reporter was answered; null as long as they were not. */
  answer: z.nullable(z.string()),
  /** What the reporter says; null where nobody has rated. */
  solved: z.nullable(z.boolean()),
})
export type RecordedReport = z.infer<typeof recordedReport>

/** `GET /api/v1/my-record`: a deputy's own year. It counts deeds of one person, and compares them with nobody's. */
export const deputyRecord = z.object({
  year: z.number(),
  /** Years to choose from: those with something in them, and the present one; latest first. */
  years: z.array(z.number()),
  name: z.string(),
  station: z.nullable(z.object({ number: z.string(), name: z.string() })),
  total: counts,
  /** All twelve, `YYYY-MM`. */
  months: z.array(z.extend(counts, { month: z.string() })),
  /** What became of the reports that this deputy filed in that year. */
  outcomes: z.object({ answered: z.number(), underWay: z.number(), ended: z.number() }),
  /** By the time of the first deed. At most 500. */
  reports: z.array(recordedReport),
  notes: z.array(problemNote),
  madeAt: moment,
})
export type DeputyRecord = z.infer<typeof deputyRecord>

export const deputyRecordQuery = z.object({
  /** The present one when absent. */
  year: z.optional(z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2100))),
})
export type DeputyRecordQuery = z.output<typeof deputyRecordQuery>

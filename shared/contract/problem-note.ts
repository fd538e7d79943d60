import * as z from 'zod/mini'
import { TOPIC_STATES } from '../domain/topic-state.ts'
import { freeText, listOf, moment, named, typedNumber } from './primitives.ts'

/** `POST /api/v1/problem-notes`: a common problem, with the reports that show it, or none. */
export const problemNoteRequest = z.object({
  text: freeText(5, 1000),
  categoryCode: z.string().check(z.minLength(1), z.maxLength(60)),
  reportNumbers: z._default(z.array(typedNumber).check(z.maxLength(50)), []),
})
export type ProblemNoteRequest = z.input<typeof problemNoteRequest>

/** The answer to it. */
export const problemNoted = z.object({ id: z.string(), createdAt: moment })

/** A deputy's own note, and what the supervisor made of it. */
export const problemNote = z.object({
  id: z.string(),
  text: z.string(),
  category: named,
  district: named,
  reports: z.array(z.object({ number: z.string(), text: z.string() })),
  createdAt: moment,
  /** `waiting` for the supervisor, `dismissed` by them, or a `topic` was opened from it. */
  outcome: z.enum(['waiting', 'dismissed', 'topic']),
  topic: z.nullable(
    z.object({ title: z.string(), state: z.enum(TOPIC_STATES), answer: z.nullable(z.string()) }),
  ),
})
export type ProblemNote = z.infer<typeof problemNote>

/** `GET /api/v1/problem-notes`: one's own, latest first. */
export const problemNoteList = listOf(problemNote)
export type ProblemNoteList = z.infer<typeof problemNoteList>

export const problemNoteListQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 20),
})
export type ProblemNoteListQuery = z.output<typeof problemNoteListQuery>

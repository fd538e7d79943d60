import * as z from 'zod/mini'
import { STATES } from '../domain/report-state.ts'
import { ownWish } from './case-wish.ts'
import { contactShown } from './contact.ts'
import { moment } from './primitives.ts'
import { photo, timelineEvent } from './report.ts'

/** `GET /api/v1/reports/{number}/personal-data`: everything that is kept of the person who filed a report. */
export const reportPersonalData = z.object({
  number: z.string(),
  state: z.enum(STATES),
  createdAt: moment,
  /** Nothing personal is left. */
  anonymised: z.boolean(),
  contact: z.nullable(contactShown),
  text: z.string(),
  address: z.nullable(z.string()),
  place: z.nullable(z.object({ lat: z.number(), lng: z.number() })),
  answers: z.array(z.object({ code: z.string(), label: z.string(), answer: z.string() })),
  photos: z.array(photo),
  /** What the reporter did and wrote afterwards. */
  own: z.array(timelineEvent),
  public: z.boolean(),
  /** When it was asked to erase everything, as long as that waits for the end of the report. */
  erasureAskedAt: z.nullable(moment),
  /** Days that contact and words are kept after the last thing that happens to a report that is over. */
  keptDays: z.object({ contact: z.number(), words: z.number() }),
})
export type ReportPersonalData = z.infer<typeof reportPersonalData>

/** `POST /api/v1/reports/{number}/erasure` */
export const erasureRequest = z.strictObject({ scope: z.enum(['contact', 'all']) })
export type ErasureRequest = z.infer<typeof erasureRequest>

/** What was done at once, and what waits: `waiting` until the report is over. */
export const erasureAnswer = z.object({
  contact: z.literal('erased'),
  words: z.enum(['kept', 'waiting', 'erased']),
})
export type ErasureAnswer = z.infer<typeof erasureAnswer>

export const personalDataQuery = z.object({ cursor: z.optional(z.string().check(z.maxLength(200))) })
export type PersonalDataQuery = z.infer<typeof personalDataQuery>

/** `GET /api/v1/personal-data`: the same of everything that a session's account has filed, latest first. */
export const personalData = z.object({
  account: z.object({ id: z.string(), role: z.string() }),
  items: z.array(reportPersonalData),
  /** Public reports of others that they said they have met too, latest first; with the first page only. */
  joined: z.array(z.object({ number: z.string(), at: moment })),
  /** Reform cases that they want in a district, latest first; with the first page only. */
  wishes: z.array(ownWish),
  nextCursor: z.nullable(z.string()),
})
export type PersonalData = z.infer<typeof personalData>

/** `DELETE /api/v1/personal-data`: how many reports were anonymised at once, and how many wait for their end. */
export const erasedAll = z.object({ erased: z.number(), waiting: z.number() })
export type ErasedAll = z.infer<typeof erasedAll>

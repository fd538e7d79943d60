import * as z from 'zod/mini'
import { moment, named } from './primitives.ts'

/** How many people want a case, and where: every district of the city, by code, those with none too. */
export const caseDemand = z.object({
  total: z.number(),
  districts: z.array(z.object({ ...named.shape, wishes: z.number() })),
})
export type CaseDemand = z.infer<typeof caseDemand>

/** `POST /api/v1/cases/{slug}/wishes`: `district` is the code of the district that one lives in. */
export const wishRequest = z.strictObject({ district: z.string().check(z.minLength(1), z.maxLength(12)) })
export type WishRequest = z.infer<typeof wishRequest>

/**
 * How a case is wanted, and where the caller wants it; null when they have not said so.
 * `token` is set when the wish had to open a device session.
 */
export const wishAnswer = z.object({
  demand: caseDemand,
  mine: z.nullable(named),
  token: z.optional(z.string()),
})
export type WishAnswer = z.infer<typeof wishAnswer>

/** A wish as its owner takes it out of the city's data. */
export const ownWish = z.object({ slug: z.string(), title: z.string(), district: named, at: moment })
export type OwnWish = z.infer<typeof ownWish>

/** `GET /api/v1/cases/demand`: the cases that are wanted, the most wanted first. Speaks of cases, never of people. */
export const demandList = z.object({
  items: z.array(
    z.object({ slug: z.string(), title: z.string(), titleHant: z.string(), demand: caseDemand }),
  ),
})
export type DemandList = z.infer<typeof demandList>

import * as z from 'zod/mini'
import { parseCode, parseReportNumber } from '../domain/receipt.ts'

/** A moment on the wire: ISO 8601 with zone, always UTC (`Z`) in answers. */
export const moment = z.iso.datetime({ offset: true })

/** A date in Asia/Shanghai, or a moment. */
export const dateOrMoment = z.union([z.iso.date(), moment])

/** District, category and the like, as people read them in the caller's language. */
export const named = z.object({ code: z.string(), name: z.string() })
export type Named = z.infer<typeof named>

/** WGS84 degrees and words. In a request either may be missing, but not both. */
export const place = z.object({
  lat: z.number().check(z.minimum(-90), z.maximum(90)),
  lng: z.number().check(z.minimum(-180), z.maximum(180)),
  address: z.optional(z.string().check(z.trim(), z.maxLength(200))),
})

/** What a person typed for a link code or query code, normalised; refuses what cannot be one. */
export const typedCode = z.pipe(
  z.string().check(z.refine((typed) => parseCode(typed) !== null)),
  z.transform((typed) => parseCode(typed) as string),
)

/** What a person typed for a report's number, normalised; refuses what cannot be one. */
export const typedNumber = z.pipe(
  z.string().check(z.refine((typed) => parseReportNumber(typed) !== null)),
  z.transform((typed) => parseReportNumber(typed) as string),
)

/** The client's own key of a write: what it repeats after a lost answer, so that nothing happens twice. */
export const idempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]([\x20-\x7e]{14,62})[\x21-\x7e]$/))

export const photoIds = z.array(z.string().check(z.regex(/^[\w-]{8,40}$/))).check(z.maxLength(9))

/** Free text a person wrote, trimmed. */
export function freeText(min: number, max: number) {
  return z.string().check(z.trim(), z.minLength(min), z.maxLength(max))
}

/** A page of a list: items from an index, and where the next page begins. */
export function listOf<T extends z.core.$ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) })
}

function latLng(pair: string): { lat: number; lng: number } {
  const [lat = 0, lng = 0] = pair.split(',').map(Number)
  return { lat, lng }
}

function isOnEarth(pair: string): boolean {
  const { lat, lng } = latLng(pair)
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180
}

/** `lat,lng` in a query, WGS84 degrees. */
export const nearPosition = z.pipe(
  z.string().check(z.regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/), z.refine(isOnEarth)),
  z.transform(latLng),
)

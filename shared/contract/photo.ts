import * as z from 'zod/mini'

/** Bounds of an uploaded photo; the client scales to `scaledTo` before it sends. */
export const PHOTO_LIMITS = {
  bytes: 8 * 1024 * 1024,
  pixels: 50_000_000,
  side: 12_000,
  perReport: 9,
  /** What one session may store in a day. A hundred times as much in the demonstration city. */
  bytesPerDay: 200 * 1024 * 1024,
  scaledTo: 1600,
} as const

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

/** Query of `POST /api/v1/photos`: `redacts` is the photo of which a redacted copy is uploaded, for its publication. */
export const photoUploadQuery = z.object({
  redacts: z.optional(z.string().check(z.regex(/^[\w-]{8,40}$/))),
})

/** `POST /api/v1/photos`. `token` is set when the upload had to open a device session. */
export const photoUploaded = z.object({
  id: z.string(),
  width: z.number(),
  height: z.number(),
  token: z.optional(z.string()),
})
export type PhotoUploaded = z.infer<typeof photoUploaded>

/**
 * Query of `GET /api/v1/photos/{id}`. `exp` and `sig` are those of a signed link; `thumb` answers with the whole
 * picture where no smaller one was sent.
 */
export const photoQuery = z.object({
  size: z._default(z.enum(['thumb', 'full']), 'full'),
  exp: z.optional(z.coerce.number().check(z.int())),
  sig: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
})
export type PhotoQuery = z.infer<typeof photoQuery>

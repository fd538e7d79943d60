import type { Context } from 'hono'
import * as z from 'zod/mini'
import { geoPost } from '../../shared/contract/open311.ts'
import { AppError } from '../../shared/domain/errors.ts'
import { fieldErrors } from '../use-cases/field-errors.ts'
import type { GeoForm } from '../use-cases/open311/file-request.ts'
import { JSON_LIMIT_BYTES, readBytes } from './read-body.ts'

/** Halves of characters and NUL cannot be stored as text. */
const UNSTORABLE = /[\p{Surrogate}\0]/u
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']
const ATTRIBUTE = /^attribute\[([^\]]{1,60})\](?:\[\])?$/
/** Who asks is not part of what is asked. */
const CREDENTIALS = 'api_key'

type Pairs = [name: string, value: string][]

function checked<T>(schema: z.core.$ZodType<T>, input: Record<string, string>): T {
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  throw new AppError('VALIDATION_FAILED', { fields: fieldErrors(result.error.issues, input) })
}

/** An empty parameter is the same as none. */
function given(pairs: Pairs): Pairs {
  if (pairs.flat().some((text) => UNSTORABLE.test(text))) throw new AppError('MALFORMED_REQUEST')
  return pairs.filter(([, value]) => value.trim() !== '')
}

/**
 * The query, checked. What is declared several times is as if it had commas between.
 *
 * @throws AppError `VALIDATION_FAILED`, `MALFORMED_REQUEST`
 */
export function parseOpen311Query<T>(c: Context, schema: z.core.$ZodType<T>): T {
  const pairs = Object.entries(c.req.queries()).map(([name, values]): Pairs[number] => [
    name,
    values.filter(Boolean).join(','),
  ])
  return checked(schema, Object.fromEntries(given(pairs)))
}

async function formOf(c: Context): Promise<Pairs> {
  const header = c.req.header('content-type') ?? ''
  const type = (header.split(';')[0] ?? '').trim().toLowerCase()
  if (!FORM_TYPES.includes(type)) throw new AppError('MALFORMED_REQUEST')
  const bytes = await readBytes(c, JSON_LIMIT_BYTES, 'PAYLOAD_TOO_LARGE')
  try {
    if (type === FORM_TYPES[0])
      return [...new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(bytes))]
    const form = await new Response(bytes, { headers: { 'Content-Type': header } }).formData()
    // A file is a picture that nobody would ever see: it is refused, not lost.
    return [...form].map(([name, value]) => {
      if (typeof value !== 'string') throw new AppError('MALFORMED_REQUEST')
      return [name, value]
    })
  } catch {
    throw new AppError('MALFORMED_REQUEST')
  }
}

/** The form of a `POST requests`, as it came; what stands in the address counts too. */
export async function readOpen311Form(c: Context): Promise<Pairs> {
  return given([...new URLSearchParams(new URL(c.req.url).search), ...(await formOf(c))])
}

/** The key in a form, null without one. */
export function apiKeyIn(pairs: Pairs): string | null {
  return pairs.find(([name]) => name === CREDENTIALS)?.[1] ?? null
}

/**
 * A form, checked.
 *
 * @throws AppError `VALIDATION_FAILED` with the fields that GeoReport does not take so
 */
export function parseOpen311Form(pairs: Pairs): GeoForm {
  const attributes: GeoForm['attributes'] = {}
  const plain: Record<string, string> = {}
  for (const [name, value] of pairs) {
    const code = ATTRIBUTE.exec(name)?.[1]
    if (code === undefined) plain[name] ??= value
    else attributes[code] = [...(Object.hasOwn(attributes, code) ? (attributes[code] ?? []) : []), value]
  }
  const said = pairs.filter(([name]) => name !== CREDENTIALS)
  return {
    fields: checked(geoPost, plain),
    attributes,
    fingerprint: JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))),
  }
}

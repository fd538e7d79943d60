import type { Context } from 'hono'
import * as z from 'zod/mini'
import { AppError } from '../../shared/domain/errors.ts'
import { fieldErrors } from '../use-cases/field-errors.ts'
import { JSON_LIMIT_BYTES, readBytes } from './read-body.ts'

/** Halves of characters and NUL cannot be stored as text; no honest client sends them. */
const UNSTORABLE = /[\p{Surrogate}\0]/u

/**
 * A value checked against its schema.
 *
 * @throws AppError `VALIDATION_FAILED` with a problem per field, `MALFORMED_REQUEST` when it is no object at all
 */
function parseValue<T>(schema: z.core.$ZodType<T>, input: unknown): T {
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  if (result.error.issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type')) {
    throw new AppError('MALFORMED_REQUEST')
  }
  throw new AppError('VALIDATION_FAILED', { fields: fieldErrors(result.error.issues, input) })
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('MALFORMED_REQUEST')
  }
}

function parseText(text: string): unknown {
  const storable = (key: string, value: unknown) => {
    if (UNSTORABLE.test(key) || (typeof value === 'string' && UNSTORABLE.test(value))) {
      throw new AppError('MALFORMED_REQUEST')
    }
    return value
  }
  try {
    return JSON.parse(text, storable)
  } catch {
    throw new AppError('MALFORMED_REQUEST')
  }
}

/**
 * The request's JSON body, checked, together with the text it came in (for the hash of an idempotency key).
 *
 * @throws AppError `PAYLOAD_TOO_LARGE` over 64 KB, `MALFORMED_REQUEST` for what is no JSON object in UTF-8,
 *   `VALIDATION_FAILED` with the fields that the schema refuses
 */
export async function parseJsonWithText<T>(
  c: Context,
  schema: z.core.$ZodType<T>,
): Promise<{ value: T; text: string }> {
  const asked = await parseJsonOrFault(c, schema)
  if ('fault' in asked) throw asked.fault
  return asked
}

/**
 * The request's JSON body with its value, or with what its schema refuses: for a caller who must first be told whether
 * they may do it at all.
 *
 * @throws AppError as `parseJsonWithText`, but for `VALIDATION_FAILED`
 */
export async function parseJsonOrFault<T>(
  c: Context,
  schema: z.core.$ZodType<T>,
): Promise<{ text: string; input: unknown } & ({ value: T } | { fault: AppError })> {
  const text = decode(await readBytes(c, JSON_LIMIT_BYTES, 'PAYLOAD_TOO_LARGE'))
  const input = parseText(text)
  try {
    return { text, input, value: parseValue(schema, input) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'VALIDATION_FAILED') return { text, input, fault: error }
    throw error
  }
}

/** The request's JSON body, checked. Errors as `parseJsonWithText`. */
export async function parseJson<T>(c: Context, schema: z.core.$ZodType<T>): Promise<T> {
  return (await parseJsonWithText(c, schema)).value
}

/**
 * The request's query, checked. A parameter without a value counts as absent, as forms send it.
 *
 * @throws AppError `VALIDATION_FAILED` with the parameters that the schema refuses
 */
export function parseQuery<T>(c: Context, schema: z.core.$ZodType<T>): T {
  const given = Object.entries(c.req.query()).filter(([, value]) => value !== '')
  if (given.some(([, value]) => UNSTORABLE.test(value))) throw new AppError('MALFORMED_REQUEST')
  return parseValue(schema, Object.fromEntries(given))
}

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { AppError, type FieldError, type FieldErrors } from '../../shared/domain/errors.ts'
import { JSON_LIMIT_BYTES, readBytes } from './read-body.ts'

type Issue = z.core.$ZodIssue

/** Halves of characters and NUL cannot be stored as text; no honest client sends them. */
const UNSTORABLE = /[\p{Surrogate}\0]/u

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[part]
  }
  return value
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): FieldError {
  const limit = Number(issue.minimum)
  if (issue.origin === 'string') return { problem: 'too_short', limit }
  return issue.origin === 'array' ? { problem: 'required' } : { problem: 'too_small', limit }
}

function tooBig(issue: z.core.$ZodIssueTooBig): FieldError {
  const limit = Number(issue.maximum)
  if (issue.origin === 'string') return { problem: 'too_long', limit }
  return { problem: issue.origin === 'array' ? 'too_many' : 'too_big', limit }
}

function fieldError(issue: Issue, value: unknown): FieldError {
  if (issue.code === 'too_big') return tooBig(issue)
  if (isMissing(value)) return { problem: 'required' }
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue)
    case 'invalid_value':
      return { problem: 'not_in_list' }
    case 'invalid_union':
      return { problem: 'discriminator' in issue && issue.discriminator ? 'not_in_list' : 'malformed' }
    default:
      return { problem: 'malformed' }
  }
}

function fieldErrors(issues: readonly Issue[], input: unknown): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        fields[[...issue.path, key].map(String).join('.')] = { problem: 'unknown' }
      continue
    }
    // The first thing that is wrong with a field is what a person can mend.
    fields[issue.path.map(String).join('.')] ??= fieldError(issue, valueAt(input, issue.path))
  }
  return fields
}

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
  const text = decode(await readBytes(c, JSON_LIMIT_BYTES, 'PAYLOAD_TOO_LARGE'))
  return { value: parseValue(schema, parseText(text)), text }
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

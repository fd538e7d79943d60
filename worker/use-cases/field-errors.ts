import type * as z from 'zod/mini'
import type { FieldError, FieldErrors } from '../../shared/domain/errors.ts'

type Issue = z.core.$ZodIssue

/** Several values in one parameter, separated by commas, are one field to whoever sent it. */
function fieldPath(input: unknown, path: readonly PropertyKey[]): PropertyKey[] {
  const isWithinText = path.findIndex((_, index) => typeof valueAt(input, path.slice(0, index)) === 'string')
  return isWithinText > 0 ? path.slice(0, isWithinText) : [...path]
}

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

/** What a schema found wrong, as problems per field: the first of each, for that is what a person can mend. */
export function fieldErrors(issues: readonly Issue[], input: unknown): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        fields[[...issue.path, key].map(String).join('.')] = { problem: 'unknown' }
      continue
    }
    const path = fieldPath(input, issue.path)
    fields[path.map(String).join('.')] ??= fieldError(issue, valueAt(input, path))
  }
  return fields
}

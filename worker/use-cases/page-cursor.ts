import { AppError } from '../../shared/domain/errors.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'

type Part = string | number
type Kinds = readonly ('string' | 'number')[]
type PartsOf<K extends Kinds> = { [I in keyof K]: K[I] extends 'string' ? string : number }

/** Where the next page begins: the sort key of the last row shown, opaque to callers. */
export function encodeCursor(parts: readonly Part[]): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(parts)))
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(cursor)))
  } catch {
    return null
  }
}

/**
 * The sort key in a cursor that `encodeCursor` made.
 *
 * @param kinds what the key consists of, in order
 * @throws AppError `VALIDATION_FAILED` for a cursor that is not one of this list's
 */
export function decodeCursor<const K extends Kinds>(cursor: string, kinds: K): PartsOf<K> {
  const parts = decode(cursor)
  const fits =
    Array.isArray(parts) &&
    parts.length === kinds.length &&
    parts.every((part, i) => typeof part === kinds[i])
  if (!fits) throw new AppError('VALIDATION_FAILED', { fields: { cursor: { problem: 'malformed' } } })
  return parts as unknown as PartsOf<K>
}

/** Cuts the row too many off a page that was asked for with `limit + 1` rows; `last` is set when more follow. */
export function cutPage<T>(rows: readonly T[], limit: number): { page: T[]; last: T | null } {
  const page = rows.slice(0, limit)
  return { page, last: rows.length > limit ? (page.at(-1) ?? null) : null }
}

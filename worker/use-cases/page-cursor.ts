import { AppError } from '../../shared/domain/errors.ts'

type Part = string | number
type Kinds = readonly ('string' | 'number')[]
type PartsOf<K extends Kinds> = { [I in keyof K]: K[I] extends 'string' ? string : number }

/** Where the next page begins: the sort key of the last row shown, opaque to callers. */
export function encodeCursor(parts: readonly Part[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(parts))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}

function decode(cursor: string): unknown {
  try {
    const letters = atob(cursor.replace(/-/g, '+').replace(/_/g, '/'))
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
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
  const fits = Array.isArray(parts) && parts.length === kinds.length && parts.every((part, i) => typeof part === kinds[i])
  if (!fits) throw new AppError('VALIDATION_FAILED', { fields: { cursor: { problem: 'malformed' } } })
  return parts as unknown as PartsOf<K>
}

/** Cuts the row too many off a page that was asked for with `limit + 1` rows; `last` is set when more follow. */
export function cutPage<T>(rows: readonly T[], limit: number): { page: T[]; last: T | null } {
  const page = rows.slice(0, limit)
  return { page, last: rows.length > limit ? (page.at(-1) ?? null) : null }
}

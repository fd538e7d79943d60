import { AppError } from '../../../shared/domain/errors.ts'

/** A date without parts of a second means the whole second. */
const WHOLE_SECOND_MS = 999

/**
 * The moments between which something is asked for, both included, in milliseconds: the latest `span` where no date
 * is given, as long before or after the one that is.
 *
 * @throws AppError `VALIDATION_FAILED` for dates further apart than `span`, or in the wrong order
 */
export function windowOf(
  { start_date: start, end_date: end }: { start_date?: string | undefined; end_date?: string | undefined },
  now: number,
  span: number,
): { from: number; to: number } {
  const given = start === undefined ? null : Date.parse(start)
  const last = end === undefined ? null : Date.parse(end) + (/\.\d/.test(end) ? 0 : WHOLE_SECOND_MS)
  const to = last ?? Math.max(given === null ? now : Math.min(now, given + span), given ?? 0)
  const from = given ?? to - span
  if (from > to)
    throw new AppError('VALIDATION_FAILED', { fields: { end_date: { problem: 'before_start' } } })
  if (to - from > span + WHOLE_SECOND_MS) {
    const days = span / 86_400_000
    throw new AppError('VALIDATION_FAILED', { fields: { end_date: { problem: 'too_big', limit: days } } })
  }
  return { from, to }
}

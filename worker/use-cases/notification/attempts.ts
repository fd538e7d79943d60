import { ChannelFailure } from '../../context.ts'

const MINUTE_MS = 60_000

/** Milliseconds from one failed attempt to the next. Whoever fails once more after the last is a dead letter. */
export const PAUSES_MS: readonly number[] = [1, 5, 30, 120].map((minutes) => minutes * MINUTE_MS)

/**
 * What went wrong, in a word or two for the administrator: a message of our own or a code, never somebody else's
 * text, which may quote what was to be delivered.
 */
export function problemOf(error: unknown): string {
  if (error instanceof ChannelFailure) return error.message
  if (!(error instanceof Error)) return 'unknown'
  return /SQLITE_[A-Z_]+/.exec(error.message)?.[0] ?? error.name
}

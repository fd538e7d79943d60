import { AppError } from '../../../shared/domain/errors.ts'
import type { KeptAnswer } from '../../repository/idempotency-keys.ts'

/** A write as its caller named it: the key, who they are, and a hash of what they sent. */
export interface WriteRequest {
  key: string
  /** The text of the body, for the hash. */
  body: string
}

/**
 * The answer that was given to this very request before, or null when it is new.
 *
 * @throws AppError `IDEMPOTENCY_MISMATCH` when the key belongs to another request or another caller
 */
export function replay(kept: KeptAnswer | null, caller: string, requestHash: string): string | null {
  if (!kept) return null
  if (kept.caller !== caller || kept.requestHash !== requestHash) throw new AppError('IDEMPOTENCY_MISMATCH')
  return kept.answer
}

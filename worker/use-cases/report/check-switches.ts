import { AppError } from '../../../shared/domain/errors.ts'
import type { Switch } from '../../../shared/domain/switches.ts'
import { requireOn } from '../switch/require-on.ts'
import { APP_DOOR, type Door } from './door.ts'
import type { Submission } from './draft.ts'

/**
 * What the city has turned off is told before anything else; what it does not take must not come in by another door.
 *
 * @throws AppError `SWITCHED_OFF`; `VALIDATION_FAILED` for a contact where none is taken
 */
export function checkSubmissionSwitches(
  { channel, contact }: Submission,
  door: Door,
  off: ReadonlySet<Switch>,
): void {
  if (door !== APP_DOOR) requireOn(off, 'open311')
  requireOn(off, channel === 'opinion' ? 'opinions' : 'snapshots')
  if (contact && off.has('contact')) {
    throw new AppError('VALIDATION_FAILED', { fields: { contact: { problem: 'not_asked' } } })
  }
}

import type { Secrets } from '../../context.ts'
import type { NewEvent } from '../../repository/report-events.ts'
import { changesToColumns } from '../../repository/report-columns.ts'

/**
 * The hash of an event: SHA-256 over everything it says and the hash of the event before it.
 * Fields are in a fixed order, as JSON, so that anyone can compute it again from the rows.
 */
export function eventHash(secrets: Secrets, event: Omit<NewEvent, 'hash'>): Promise<string> {
  return secrets.sha256(
    JSON.stringify([
      event.prevHash,
      event.id,
      event.reportNumber,
      event.seq,
      event.action,
      event.from ?? '',
      event.to,
      event.at,
      event.actorId,
      event.actorRole,
      event.actorName,
      event.actorPerson,
      event.text,
      event.photoIds,
      Number(event.internal),
      event.data,
      changesToColumns(event.changes),
    ]),
  )
}

import type { Secrets } from '../../context.ts'
import { changesToColumns } from '../../repository/report-columns.ts'
import type { NewTopicEvent } from '../../repository/topic-events.ts'

/**
 * The hash of a topic's event: SHA-256 over everything it says and the hash of the event before it.
 * Fields are in a fixed order, as JSON, so that anyone can compute it again from the rows.
 */
export function topicEventHash(secrets: Secrets, event: Omit<NewTopicEvent, 'hash'>): Promise<string> {
  return secrets.sha256(
    JSON.stringify([
      event.prevHash,
      event.id,
      event.topicId,
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
      event.data,
      changesToColumns(event.changes),
    ]),
  )
}

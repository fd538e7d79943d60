import type { Secrets } from '../../context.ts'
import type { NewEvent } from '../../repository/report-events.ts'
import { changesToColumns } from '../../repository/report-columns.ts'

/**
 * What stands for an event's words in the chain. The salt goes with the words when they are erased; then nobody can
 * find out by trying what they were, and the chain still holds.
 */
export function textHash(secrets: Pick<Secrets, 'sha256'>, salt: string, text: string): Promise<string> {
  return secrets.sha256(`${salt}\n${text}`)
}

/**
 * The hash of an event: SHA-256 over everything it says and the hash of the event before it, its words by their own
 * hash. Fields are in a fixed order, as JSON, so that anyone can compute it again from the rows. Events from before
 * words had a hash of their own are hashed with the words themselves.
 */
export function eventHash(
  secrets: Pick<Secrets, 'sha256'>,
  event: Omit<NewEvent, 'hash' | 'textSalt'>,
): Promise<string> {
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
      event.textHash ?? event.text,
      event.photoIds,
      Number(event.internal),
      event.data,
      changesToColumns(event.changes),
    ]),
  )
}

/** What somebody filed, as the report's row keeps it. No event carries it: it must be possible to erase it. */
export interface Filed {
  number: string
  channel: string
  stationNumber: string | null
  districtCode: string
  categoryCode: string
  text: string
  /** JSON */
  answers: string
  latE6: number | null
  lngE6: number | null
  address: string | null
  consentPublic: number
  caseSlug: string | null
  filerDeputyId: string | null
  createdAt: number
  /** Random, erased with the words; null in reports from before there was one. */
  filedSalt: string | null
}

/** The hash that the first event keeps of what was filed, so that nobody can put other words into the reporter's mouth. */
export function filedHash(secrets: Pick<Secrets, 'sha256'>, filed: Filed): Promise<string> {
  return secrets.sha256(
    JSON.stringify([
      filed.number,
      filed.channel,
      filed.stationNumber,
      filed.districtCode,
      filed.categoryCode,
      filed.text,
      filed.answers,
      filed.latE6,
      filed.lngE6,
      filed.address,
      filed.consentPublic,
      filed.caseSlug,
      filed.filerDeputyId,
      filed.createdAt,
      ...(filed.filedSalt === null ? [] : [filed.filedSalt]),
    ]),
  )
}

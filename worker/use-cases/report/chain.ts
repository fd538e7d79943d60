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
    ]),
  )
}

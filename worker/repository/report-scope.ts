/**
 * Which reports a session's account (`me`) may list because of its office. One condition a way of belonging, so that
 * each can walk its own index in a list.
 */
export const OFFICE_SCOPES = [
  `me.role = 'station' AND report.station_number = me.station_number`,
  `me.role = 'body' AND report.body_code = me.body_code`,
  `me.role = 'body' AND report.id IN (SELECT report_id FROM report_co_body WHERE body_code = me.body_code)`,
  `me.role = 'deputy' AND report.station_number = me.station_number`,
  `me.role = 'deputy' AND report.deputy_id = me.deputy_id`,
  `me.role = 'supervisor' AND report.district_code = me.district_code`,
  `me.role = 'supervisor' AND me.district_code IS NULL`,
] as const

/** A deputy who has moved to another station still works on what they filed. */
const FILED_BY_ME = `me.role = 'deputy' AND report.filer_deputy_id = me.deputy_id`

/** Who asks: what they show of themselves, and the one report whose query code they know. */
export interface Reader {
  tokenHash: string | null
  provenNumber: string | null
  /** Milliseconds. */
  now: number
}

/** The parameters that the conditions here speak of as ?2, ?3 and ?4; ?1 and those from ?5 on are the query's own. */
export function readerValues({ provenNumber, tokenHash, now }: Reader) {
  return [provenNumber ?? '', tokenHash ?? '', now] as const
}

/** Whether the reader's account (`me`) fits one of the conditions. */
export function whereMe(conditions: readonly string[]): string {
  return `EXISTS (
    SELECT 1 FROM session JOIN account AS me ON me.id = session.account_id
    WHERE session.token_hash = ?3 AND session.expires_at > ?4 AND me.disabled_at IS NULL
      AND (${conditions.map((condition) => `(${condition})`).join(' OR ')})
  )`
}

const OF_WORK = [...OFFICE_SCOPES, FILED_BY_ME]
const MY_REPORT = 'report.reporter_id = me.id'

/** Whether the reader's office has to do with `report`: then internal notes are theirs too. */
export const OF_OFFICE = whereMe(OF_WORK)

/** Whether `report` is the reader's as a whole, without any code: by their office, or because they filed it. */
export const READABLE_WHOLE = whereMe([...OF_WORK, MY_REPORT])

/**
 * Whether the reader may know of `report` at all. The rule is `viewOf` in `shared/domain/report-relations.ts`; a test
 * holds the two equal. Here it is asked first, so that what is nobody's business is never read.
 */
export const READABLE = `(report.is_public = 1 OR report.number = ?2
  OR ${READABLE_WHOLE})`

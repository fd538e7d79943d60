import { many, maybeOne, write, type Database, type Query } from './query.ts'
import { READABLE_WHOLE, readerValues, whereMe, type Reader } from './report-scope.ts'

/** A stored photo; its bytes lie in the photo store under its id. */
export interface StoredPhoto {
  id: string
  ownerId: string
  type: string
  width: number
  height: number
  /** What it takes in the photo store, the thumbnail included. */
  bytes: number
  hasThumb: boolean
  /** The photo of which it is a redacted copy. */
  redacts: string | null
  createdAt: number
}

export function insertPhoto(db: Database, photo: StoredPhoto): Query<void> {
  const { id, ownerId, type, width, height, bytes, hasThumb, redacts, createdAt } = photo
  return write(
    db
      .prepare(
        `INSERT INTO photo (id, owner_id, type, width, height, bytes, has_thumb, redacts, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
      )
      .bind(id, ownerId, type, width, height, bytes, Number(hasThumb), redacts, createdAt),
  )
}

const IS_PUBLIC = 'coalesce(report.is_public AND report_photo.is_public, 0)'

/**
 * How a photo is open to the reader without any code: to everybody, or to them, because they uploaded it or may read its
 * whole report. Null for one that is not, as for one that does not exist.
 */
export function photoAccess(db: Database, id: string, reader: Reader): Query<'public' | 'private' | null> {
  const statement = db
    .prepare(
      `SELECT ${IS_PUBLIC} AS is_public
       FROM photo
       LEFT JOIN report_photo ON report_photo.photo_id = photo.id
       LEFT JOIN report ON report.id = report_photo.report_id
       WHERE photo.id = ?1
         AND (${IS_PUBLIC} OR ${whereMe(['photo.owner_id = me.id'])} OR (report.id IS NOT NULL AND ${READABLE_WHOLE}))`,
    )
    .bind(id, ...readerValues(reader))
  return maybeOne(statement, (row) => (row.is_public === 1 ? 'public' : 'private'))
}

/** The number of a photo's report and nothing else of it: what a query code is held against. */
export function numberByPhoto(db: Database, id: string): Query<string | null> {
  const statement = db
    .prepare(
      `SELECT report.number FROM report_photo JOIN report ON report.id = report_photo.report_id
       WHERE report_photo.photo_id = ?1`,
    )
    .bind(id)
  return maybeOne(statement, (row) => row.number as string)
}

/** What the owner of a session has stored since a moment, in bytes; what was swept meanwhile does not count. */
export function bytesStored(db: Database, tokenHash: string | null, sinceAt: number): Query<number> {
  const statement = db
    .prepare(
      `SELECT coalesce(sum(photo.bytes), 0) AS bytes
       FROM session JOIN photo ON photo.owner_id = session.account_id
       WHERE session.token_hash = ?1 AND photo.created_at >= ?2`,
    )
    .bind(tokenHash ?? '', sinceAt)
  return { statement, read: ([row]) => (row?.bytes as number | undefined) ?? 0 }
}

/** Forgets photos uploaded between two moments that no report took; answers with their ids. */
export function deleteUnusedPhotos(
  db: Database,
  uploaded: { from: number; to: number },
  limit: number,
): Query<string[]> {
  const statement = db
    .prepare(
      `DELETE FROM photo WHERE id IN (
         SELECT id FROM photo
         WHERE created_at >= ?1 AND created_at < ?2
           AND NOT EXISTS (SELECT 1 FROM report_photo WHERE photo_id = photo.id)
         LIMIT ?3
       ) RETURNING id`,
    )
    .bind(uploaded.from, uploaded.to, limit)
  return many(statement, (row) => row.id as string)
}

/** Those of the ids that no stored photo has. */
export function unknownPhotoIds(db: Database, ids: readonly string[]): Query<string[]> {
  const statement = db
    .prepare('SELECT value AS id FROM json_each(?1) WHERE value NOT IN (SELECT id FROM photo)')
    .bind(JSON.stringify(ids))
  return many(statement, (row) => row.id as string)
}

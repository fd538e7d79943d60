import { many, maybeOne, write, type Database, type Query } from './query.ts'

/** A stored photo; its bytes lie in the photo store under its id. */
export interface StoredPhoto {
  id: string
  ownerId: string
  type: string
  width: number
  height: number
  bytes: number
  hasThumb: boolean
  createdAt: number
}

export function insertPhoto(db: Database, photo: StoredPhoto): Query<void> {
  const { id, ownerId, type, width, height, bytes, hasThumb, createdAt } = photo
  return write(
    db
      .prepare(
        `INSERT INTO photo (id, owner_id, type, width, height, bytes, has_thumb, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
      )
      .bind(id, ownerId, type, width, height, bytes, Number(hasThumb), createdAt),
  )
}

/** The account that uploaded a photo; null for an unknown one. */
export function photoOwner(db: Database, id: string): Query<string | null> {
  const statement = db.prepare('SELECT owner_id FROM photo WHERE id = ?1').bind(id)
  return maybeOne(statement, (row) => row.owner_id as string)
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

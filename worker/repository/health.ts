import { write, type Database, type Query } from './query.ts'

/** The least the database can be asked. */
export function ping(db: Database): Query<void> {
  return write(db.prepare('SELECT 1'))
}

import { write, type Database, type Query } from './query.ts'

/** A value the city remembers about itself, null when it does not. */
export function settingByKey(db: Database, key: string): Query<string | null> {
  const statement = db.prepare('SELECT value FROM setting WHERE key = ?1').bind(key)
  return { statement, read: ([row]) => (row?.value as string | undefined) ?? null }
}

export function saveSetting(db: Database, key: string, value: string): Query<void> {
  const sql =
    'INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
  return write(db.prepare(sql).bind(key, value))
}

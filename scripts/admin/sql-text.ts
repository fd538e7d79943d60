import type { Database, Query } from '../../worker/repository/query.ts'

interface Recorded {
  sql: string
  values: readonly unknown[]
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number') return String(value)
  return `'${String(value).replaceAll("'", "''")}'`
}

/** A database that writes nothing: its queries can be read as text. */
export const recorder = {
  prepare: (sql: string) => ({ bind: (...values: unknown[]): Recorded => ({ sql, values }) }),
} as unknown as Database

/** A query of the recorder as one line of SQL, its values in it, for a tool that takes nothing else. */
export function sqlText(query: Query<unknown>): string {
  const { sql, values } = query.statement as unknown as Recorded
  const line = sql.replace(/\s+/g, ' ').trim()
  return `${line.replace(/\?(\d+)/g, (_, n: string) => literal(values[Number(n) - 1]))};`
}

import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/**
 * The same database, which is asked to prepare each statement once. From outside the Worker's runtime that question is a
 * call of its own and as slow as the statement itself; binding gives a new statement, so one can be used again.
 */
export function preparingOnce(db: D1Database): D1Database {
  const prepared = new Map<string, D1PreparedStatement>()
  const prepare = (sql: string) => {
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  return new Proxy(db, {
    get: (target, name) => (name === 'prepare' ? prepare : target[name as keyof D1Database]),
  })
}

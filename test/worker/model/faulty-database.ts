import type { D1PreparedStatement } from '@cloudflare/workers-types'
import type { Database } from '../../../worker/repository/query.ts'

/**
 * A connection that breaks once: the call never reaches the database (`before`), or its work is done there and only
 * the answer is lost (`after`).
 */
export interface Fault {
  when: 'before' | 'after'
  on: 'read' | 'write'
  happened: boolean
}

/** What the caller of a broken connection sees; whether anything was written they cannot know. */
export class ConnectionLost extends Error {
  constructor() {
    super('connection lost')
    this.name = 'ConnectionLost'
  }
}

/** Changes a statement on its way: how a fault is planted in the SQL. */
export type Rewrite = (sql: string, values: unknown[]) => { sql: string; values: unknown[] }

const asItIs: Rewrite = (sql, values) => ({ sql, values })

/** The database as one request sees it. */
export function faultyDatabase(db: Database, fault: Fault | null, rewrite: Rewrite = asItIs): Database {
  const writes = new WeakSet<D1PreparedStatement>()

  function prepare(sql: string): D1PreparedStatement {
    return Object.assign(db.prepare(sql), {
      bind(...given: unknown[]) {
        const changed = rewrite(sql, given)
        const statement = db.prepare(changed.sql).bind(...changed.values)
        if (sql.includes('INSERT INTO report_event')) writes.add(statement)
        return statement
      },
    })
  }

  function breaks(statements: readonly D1PreparedStatement[], when: Fault['when']): boolean {
    if (!fault || fault.happened || fault.when !== when) return false
    if (fault.on === 'write' && !statements.some((statement) => writes.has(statement))) return false
    fault.happened = true
    return true
  }

  return {
    prepare,
    async batch<T>(statements: D1PreparedStatement[]) {
      if (breaks(statements, 'before')) throw new ConnectionLost()
      const results = await db.batch<T>(statements)
      if (breaks(statements, 'after')) throw new ConnectionLost()
      return results
    },
  }
}

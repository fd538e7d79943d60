import { env } from 'cloudflare:test'
import type { D1PreparedStatement } from '@cloudflare/workers-types'
import type { Database } from '../../worker/repository/query.ts'

/** The test's database, which waits before its `call`th batch (from 1): what happens meanwhile comes in between. */
export function pausedDatabase(call: number, meanwhile: () => Promise<unknown>): Database {
  let calls = 0
  return {
    prepare: (sql: string) => env.DB.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      calls += 1
      if (calls === call) await meanwhile()
      return env.DB.batch(statements)
    },
  } as unknown as Database
}

/** Holds whoever comes until `count` are there. */
export function gathering(count: number): () => Promise<void> {
  const waiting: (() => void)[] = []
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (waiting.length === count) for (const go of waiting) go()
    })
}

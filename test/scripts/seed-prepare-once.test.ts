import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { expect, it } from 'vitest'
import { preparingOnce } from '../../scripts/seed/prepare-once.ts'

it('prepares each statement once, and hands everything else on as it is', async () => {
  const prepared: string[] = []
  const batches: unknown[] = []
  const db = {
    prepare(sql: string) {
      prepared.push(sql)
      return { sql } as unknown as D1PreparedStatement
    },
    async batch(statements: unknown[]) {
      batches.push(statements)
      return []
    },
  } as unknown as D1Database
  const once = preparingOnce(db)
  const [first, other, again] = ['SELECT 1', 'SELECT 2', 'SELECT 1'].map((sql) => once.prepare(sql))
  expect(prepared).toEqual(['SELECT 1', 'SELECT 2'])
  expect(again).toBe(first)
  await once.batch([again!, other!])
  expect(batches).toEqual([[first, other]])
})

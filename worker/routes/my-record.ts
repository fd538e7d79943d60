import { Hono } from 'hono'
import { deputyRecordQuery } from '../../shared/contract/deputy-record.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseQuery } from '../middleware/parse.ts'
import { readMyRecord } from '../use-cases/deputy-record/read-my-record.ts'

/** `/api/v1/my-record`: a deputy's own year. */
export const myRecord = new Hono<AppEnv>().get('/', async (c) => {
  const record = await readMyRecord(c.get('ctx'), parseQuery(c, deputyRecordQuery))
  return c.json(record, 200, { 'Cache-Control': 'no-store' })
})

import { Hono } from 'hono'
import { retentionChange } from '../../../shared/contract/retention.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { parseJson } from '../../middleware/parse.ts'
import { changeRetention } from '../../use-cases/retention/change-retention.ts'
import { listRetention } from '../../use-cases/retention/list-retention.ts'

/** `/api/v1/admin/retention`: how long personal data is kept. */
export const retention = new Hono<AppEnv>()

retention.get('/', async (c) => c.json(await listRetention(c.get('ctx'))))

retention.patch('/:category', async (c) => {
  const change = await parseJson(c, retentionChange)
  return c.json(await changeRetention(c.get('ctx'), c.req.param('category'), change))
})

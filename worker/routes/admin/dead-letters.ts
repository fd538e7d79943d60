import { Hono } from 'hono'
import { deadLetterListQuery, retryRequest } from '../../../shared/contract/dead-letter.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { parseJson, parseQuery } from '../../middleware/parse.ts'
import { listDeadLetters } from '../../use-cases/dead-letter/list-dead-letters.ts'
import { retryDeadLetter } from '../../use-cases/dead-letter/retry-dead-letter.ts'

/** `/api/v1/admin/dead-letters`: notices that could not be delivered, for the administrator. */
export const deadLetters = new Hono<AppEnv>()
  .get('/', async (c) => {
    const list = await listDeadLetters(c.get('ctx'), parseQuery(c, deadLetterListQuery))
    return c.json(list, 200, { 'Cache-Control': 'no-store' })
  })
  .patch('/:id', async (c) => {
    await parseJson(c, retryRequest)
    return c.json(await retryDeadLetter(c.get('ctx'), c.req.param('id')))
  })

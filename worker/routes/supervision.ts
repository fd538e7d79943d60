import { Hono } from 'hono'
import { supervisionQuery } from '../../shared/contract/supervision.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseQuery } from '../middleware/parse.ts'
import { getSupervision } from '../use-cases/supervision/get-supervision.ts'

/** `/api/v1/supervision`: what is stuck, for supervisors. */
export const supervision = new Hono<AppEnv>()

supervision.get('/', async (c) =>
  c.json(await getSupervision(c.get('ctx'), parseQuery(c, supervisionQuery)), 200, {
    'Cache-Control': 'no-store',
  }),
)

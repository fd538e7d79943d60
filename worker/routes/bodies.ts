import { Hono } from 'hono'
import { bodyListQuery } from '../../shared/contract/category.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseQuery } from '../middleware/parse.ts'
import { listBodies } from '../use-cases/body/list-bodies.ts'

/** `/api/v1/bodies`: who can be made responsible, for staff. */
export const bodies = new Hono<AppEnv>()

bodies.get('/', async (c) => c.json(await listBodies(c.get('ctx'), parseQuery(c, bodyListQuery))))

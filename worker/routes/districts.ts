import { Hono } from 'hono'
import type { AppEnv } from '../middleware/context.ts'
import { cachedForAll } from '../middleware/shared-cache.ts'
import { listDistricts } from '../use-cases/district/list-districts.ts'

/** `/api/v1/districts`: what the city is divided into. */
export const districts = new Hono<AppEnv>()

districts.get('/', ...cachedForAll, async (c) => c.json(await listDistricts(c.get('ctx'))))

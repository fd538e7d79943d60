import { Hono } from 'hono'
import type { AppEnv } from '../middleware/context.ts'
import { cachedForAll } from '../middleware/shared-cache.ts'
import { listCategories } from '../use-cases/category/list-categories.ts'

/** `/api/v1/categories`: what a report can be about. */
export const categories = new Hono<AppEnv>()

categories.get('/', ...cachedForAll, async (c) => c.json(await listCategories(c.get('ctx'))))

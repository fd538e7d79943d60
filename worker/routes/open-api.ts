import { Hono } from 'hono'
import type { AppEnv } from '../middleware/context.ts'
import { cachedForAll } from '../middleware/shared-cache.ts'
import { describeApi } from '../use-cases/api/describe-api.ts'

/** `/api/openapi.json`: what this API is, for programs. */
export const openApi = new Hono<AppEnv>()

openApi.get('/', ...cachedForAll, (c) => c.json(describeApi(c.get('ctx').config.version)))

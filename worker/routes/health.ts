import { Hono } from 'hono'
import type { AppEnv } from '../middleware/context.ts'
import { checkHealth } from '../use-cases/health/check-health.ts'

/** `/api/v1/health`: for whoever watches over the service. */
export const health = new Hono<AppEnv>()

health.get('/', async (c) => {
  const state = await checkHealth(c.get('ctx'))
  c.header('Cache-Control', 'no-store')
  return c.json(state, state.status === 'ok' ? 200 : 503)
})

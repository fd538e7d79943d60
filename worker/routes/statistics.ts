import { Hono } from 'hono'
import { statisticsQuery } from '../../shared/contract/statistics.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseQuery } from '../middleware/parse.ts'
import { getStatistics } from '../use-cases/statistics/get-statistics.ts'

/** `/api/v1/statistics`: honest figures, for anyone. Never cached: who has just rated looks whether it was counted. */
export const statistics = new Hono<AppEnv>()

statistics.get('/', async (c) =>
  c.json(await getStatistics(c.get('ctx'), parseQuery(c, statisticsQuery)), 200, {
    'Cache-Control': 'no-store',
  }),
)

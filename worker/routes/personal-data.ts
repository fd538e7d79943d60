import { Hono } from 'hono'
import { personalDataQuery } from '../../shared/contract/personal-data.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseQuery } from '../middleware/parse.ts'
import { erasePersonalData, readPersonalData } from '../use-cases/personal-data/own-account.ts'

/** `/api/v1/personal-data`: what is kept of the caller, to take out and to erase. */
export const personalData = new Hono<AppEnv>()

personalData.get('/', async (c) =>
  c.json(await readPersonalData(c.get('ctx'), parseQuery(c, personalDataQuery))),
)

personalData.delete('/', async (c) => c.json(await erasePersonalData(c.get('ctx'))))

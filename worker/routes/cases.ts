import { Hono } from 'hono'
import { caseListQuery } from '../../shared/contract/reform-case.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseQuery } from '../middleware/parse.ts'
import { cachedForAll } from '../middleware/shared-cache.ts'
import { getCase } from '../use-cases/case/get-case.ts'
import { listCases } from '../use-cases/case/list-cases.ts'

/** `/api/v1/cases`: the reform cases the city has tried. */
export const cases = new Hono<AppEnv>()

cases.get('/', ...cachedForAll, (c) => c.json(listCases(c.get('ctx'), parseQuery(c, caseListQuery))))

cases.get('/:slug', ...cachedForAll, (c) => c.json(getCase(c.get('ctx'), c.req.param('slug'))))

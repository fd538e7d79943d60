import { Hono } from 'hono'
import { wishRequest } from '../../shared/contract/case-wish.ts'
import { caseListQuery } from '../../shared/contract/reform-case.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJson, parseQuery } from '../middleware/parse.ts'
import { askedForAgain, cachedForAll } from '../middleware/shared-cache.ts'
import { setSessionCookie } from '../middleware/session-cookie.ts'
import { getCase } from '../use-cases/case/get-case.ts'
import { listCases } from '../use-cases/case/list-cases.ts'
import { listDemand } from '../use-cases/case/list-demand.ts'
import { readWishes, takeWishBack, wishForCase } from '../use-cases/case/wish.ts'

/** `/api/v1/cases`: the reform cases the city has tried, and who wants them where. */
export const cases = new Hono<AppEnv>()

cases.get('/', ...cachedForAll, (c) => c.json(listCases(c.get('ctx'), parseQuery(c, caseListQuery))))

cases.get('/demand', ...askedForAgain, async (c) => c.json(await listDemand(c.get('ctx'))))

cases.get('/:slug', ...askedForAgain, async (c) => c.json(await getCase(c.get('ctx'), c.req.param('slug'))))

cases
  .get('/:slug/wishes', async (c) => c.json(await readWishes(c.get('ctx'), c.req.param('slug'))))
  .post('/:slug/wishes', async (c) => {
    const wish = await parseJson(c, wishRequest)
    const { answer, isFirst, opened } = await wishForCase(c.get('ctx'), c.req.param('slug'), wish)
    if (opened) setSessionCookie(c, opened)
    return c.json(answer, isFirst ? 201 : 200)
  })
  .delete('/:slug/wishes', async (c) => c.json(await takeWishBack(c.get('ctx'), c.req.param('slug'))))

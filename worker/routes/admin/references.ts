import { Hono } from 'hono'
import { referenceQuery } from '../../../shared/contract/reference.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { parseQuery } from '../../middleware/parse.ts'
import { listReferences } from '../../use-cases/city-table/list-references.ts'

/** `/api/v1/admin/references/{kind}`: what a form of the administrator may refer to, by name. */
export const references = new Hono<AppEnv>()

references.get('/:kind', async (c) => {
  c.header('Cache-Control', 'no-store')
  return c.json(await listReferences(c.get('ctx'), c.req.param('kind'), parseQuery(c, referenceQuery)))
})

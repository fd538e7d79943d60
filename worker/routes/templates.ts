import { Hono } from 'hono'
import { templateQuery, templateWords } from '../../shared/contract/answer-template.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJson, parseQuery } from '../middleware/parse.ts'
import { listTemplates } from '../use-cases/template/list-templates.ts'
import { keepOwnTemplate, removeOwnTemplate } from '../use-cases/template/own-templates.ts'

/** `/api/v1/templates`: ready words, for staff. */
export const templates = new Hono<AppEnv>()

templates.get('/', async (c) => {
  c.header('Cache-Control', 'no-store')
  return c.json(await listTemplates(c.get('ctx'), parseQuery(c, templateQuery)))
})

templates.put('/:id', async (c) => {
  const words = await parseJson(c, templateWords)
  return c.json(await keepOwnTemplate(c.get('ctx'), c.req.param('id'), words))
})

templates.delete('/:id', async (c) => {
  await removeOwnTemplate(c.get('ctx'), c.req.param('id'))
  return c.body(null, 204)
})

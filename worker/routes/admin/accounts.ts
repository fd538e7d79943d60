import { Hono } from 'hono'
import { accountChange, accountListQuery, accountRequest } from '../../../shared/contract/account.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { answerCsv } from '../../middleware/csv-file.ts'
import { parseJson, parseQuery } from '../../middleware/parse.ts'
import { changeAccount } from '../../use-cases/account/change-account.ts'
import { createAccount } from '../../use-cases/account/create-account.ts'
import { exportAccounts } from '../../use-cases/account/export-accounts.ts'
import { listAccounts } from '../../use-cases/account/list-accounts.ts'

/** `/api/v1/admin/accounts`: who works here, for the administrator. */
export const accounts = new Hono<AppEnv>()

accounts.use(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

accounts.get('/', async (c) => c.json(await listAccounts(c.get('ctx'), parseQuery(c, accountListQuery))))

accounts.get('/export', async (c) => answerCsv(c, await exportAccounts(c.get('ctx')), 'accounts'))

accounts.post('/', async (c) => {
  const { origin } = new URL(c.req.url)
  return c.json(await createAccount(c.get('ctx'), await parseJson(c, accountRequest), origin), 201)
})

accounts.patch('/:id', async (c) => {
  const { origin } = new URL(c.req.url)
  const change = await parseJson(c, accountChange)
  return c.json(await changeAccount(c.get('ctx'), c.req.param('id'), change, origin))
})

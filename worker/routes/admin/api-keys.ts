import { Hono } from 'hono'
import { apiKeyChange, apiKeyRequest } from '../../../shared/contract/api-key.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { parseJson } from '../../middleware/parse.ts'
import { changeApiKey } from '../../use-cases/api-key/change-key.ts'
import { issueApiKey } from '../../use-cases/api-key/issue-key.ts'
import { listApiKeys } from '../../use-cases/api-key/list-keys.ts'

/** `/api/v1/admin/api-keys`: what apps file reports with. */
export const apiKeys = new Hono<AppEnv>()

apiKeys.get('/', async (c) => c.json(await listApiKeys(c.get('ctx'))))

apiKeys.post('/', async (c) =>
  c.json(await issueApiKey(c.get('ctx'), await parseJson(c, apiKeyRequest)), 201),
)

apiKeys.patch('/:id', async (c) =>
  c.json(await changeApiKey(c.get('ctx'), c.req.param('id'), await parseJson(c, apiKeyChange))),
)

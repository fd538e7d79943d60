import { Hono } from 'hono'
import { webhookDeliveryListQuery } from '../../../shared/contract/webhook-delivery.ts'
import { webhookChange, webhookRequest } from '../../../shared/contract/webhook.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { parseJson, parseQuery } from '../../middleware/parse.ts'
import { addWebhook } from '../../use-cases/webhook/add-webhook.ts'
import { changeWebhook } from '../../use-cases/webhook/change-webhook.ts'
import { listDeliveries } from '../../use-cases/webhook/list-deliveries.ts'
import { listWebhooks } from '../../use-cases/webhook/list-webhooks.ts'
import { tryWebhook } from '../../use-cases/webhook/try-webhook.ts'

/** `/api/v1/admin/webhooks`: which of the city's systems are told of events. */
export const webhooks = new Hono<AppEnv>()

webhooks.get('/', async (c) => c.json(await listWebhooks(c.get('ctx'))))

webhooks.post('/', async (c) =>
  c.json(await addWebhook(c.get('ctx'), await parseJson(c, webhookRequest)), 201),
)

webhooks.patch('/:id', async (c) =>
  c.json(await changeWebhook(c.get('ctx'), c.req.param('id'), await parseJson(c, webhookChange))),
)

webhooks.post('/:id/test', async (c) => c.json(await tryWebhook(c.get('ctx'), c.req.param('id'))))

webhooks.get('/:id/deliveries', async (c) =>
  c.json(await listDeliveries(c.get('ctx'), c.req.param('id'), parseQuery(c, webhookDeliveryListQuery))),
)

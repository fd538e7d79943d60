import { Hono } from 'hono'
import { markReadRequest, notificationListQuery } from '../../shared/contract/notification.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJson, parseQuery } from '../middleware/parse.ts'
import { listNotifications } from '../use-cases/notification/list-notifications.ts'
import { markNotificationsRead } from '../use-cases/notification/mark-read.ts'

/** `/api/v1/notifications`: the inbox of the caller's session. */
export const notifications = new Hono<AppEnv>()

notifications.get('/', async (c) =>
  c.json(await listNotifications(c.get('ctx'), parseQuery(c, notificationListQuery))),
)

notifications.post('/read', async (c) =>
  c.json(await markNotificationsRead(c.get('ctx'), await parseJson(c, markReadRequest))),
)

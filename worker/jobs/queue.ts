import type { Env } from '../env.ts'
import { deliverNotifications } from '../use-cases/notification/deliver-notifications.ts'
import { sendToChannels } from '../use-cases/notification/send-to-channels.ts'
import { sendWebhooks } from '../use-cases/webhook/send-webhooks.ts'
import { jobContext } from './job-context.ts'

/**
 * A message says only "something waits", so a whole batch of them is one delivery, and no message is worth more than
 * another. When that fails, all messages come again. The inboxes are filled before anything goes out.
 */
export async function runQueue(env: Env): Promise<void> {
  const ctx = await jobContext(env)
  const inbox = await deliverNotifications(ctx)
  const channels = await sendToChannels(ctx)
  const systems = await sendWebhooks(ctx)
  if (inbox.left || channels.left || systems.left) await env.OUTBOX.send({})
}

import type { Env } from '../env.ts'
import { deliverNotifications } from '../use-cases/notification/deliver-notifications.ts'
import { jobContext } from './job-context.ts'

/**
 * A message says only "notices wait", so a whole batch of them is one delivery. When that fails, all messages
 * come again.
 */
export async function runQueue(env: Env): Promise<void> {
  const { left } = await deliverNotifications(jobContext(env))
  if (left) await env.OUTBOX.send({})
}

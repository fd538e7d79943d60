import { app } from './app.ts'
import type { Env } from './env.ts'
import { runCron } from './jobs/cron.ts'
import { runQueue } from './jobs/queue.ts'

/** The Cloudflare entry. */
export default {
  fetch: app.fetch,
  queue: (_batch: unknown, env: Env) => runQueue(env),
  scheduled: (_event: unknown, env: Env) => runCron(env),
}

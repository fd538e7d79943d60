import { messageGateway } from '../adapters/message-gateway.ts'
import { photoStore } from '../adapters/r2-photos.ts'
import { recordStore } from '../adapters/r2-records.ts'
import { secretsFrom } from '../adapters/secrets.ts'
import { webhookPost } from '../adapters/signed-post.ts'
import type { ChannelContext, Context, WebhookContext } from '../context.ts'
import { configFrom, type Env } from '../env.ts'
import { toBase64Url } from '../use-cases/base64url.ts'

/** What a use case may use when no caller stands behind it. */
export type JobContext = Pick<Context, 'db' | 'photos' | 'records' | 'secrets' | 'now' | 'newId' | 'random'> &
  ChannelContext &
  WebhookContext

/** The context of a job. */
export async function jobContext(env: Env): Promise<JobContext> {
  const { noticeGateway, secretKey, dataKeys } = configFrom(env)
  const now = () => Date.now()
  return {
    db: env.DB,
    photos: photoStore(env.PHOTOS),
    records: recordStore(env.PHOTOS),
    secrets: await secretsFrom(secretKey, dataKeys),
    now,
    channels: noticeGateway ? [messageGateway(noticeGateway, now)] : [],
    postSigned: webhookPost(now),
    newId: () => toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  }
}

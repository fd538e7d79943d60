import { messageGateway } from '../adapters/message-gateway.ts'
import { photoStore } from '../adapters/r2-photos.ts'
import { secretsFrom } from '../adapters/secrets.ts'
import type { ChannelContext, Context } from '../context.ts'
import { configFrom, type Env } from '../env.ts'
import { toBase64Url } from '../use-cases/base64url.ts'

/** What a use case may use when no caller stands behind it. */
export type JobContext = Pick<Context, 'db' | 'photos' | 'secrets' | 'now' | 'newId' | 'random'> &
  ChannelContext

/** The context of a job. */
export async function jobContext(env: Env): Promise<JobContext> {
  const { noticeGateway, secretKey } = configFrom(env)
  const now = () => Date.now()
  return {
    db: env.DB,
    photos: photoStore(env.PHOTOS),
    secrets: await secretsFrom(secretKey),
    now,
    channels: noticeGateway ? [messageGateway(noticeGateway, now)] : [],
    newId: () => toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  }
}

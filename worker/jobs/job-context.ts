import { messageGateway } from '../adapters/message-gateway.ts'
import { photoStore } from '../adapters/r2-photos.ts'
import type { ChannelContext, Context } from '../context.ts'
import { configFrom, type Env } from '../env.ts'

/** What a use case may use when no caller stands behind it. */
export type JobContext = Pick<Context, 'db' | 'photos' | 'now' | 'random'> & ChannelContext

/** The context of a job. */
export function jobContext(env: Env): JobContext {
  const { noticeGateway } = configFrom(env)
  const now = () => Date.now()
  return {
    db: env.DB,
    photos: photoStore(env.PHOTOS),
    now,
    channels: noticeGateway ? [messageGateway(noticeGateway, now)] : [],
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  }
}

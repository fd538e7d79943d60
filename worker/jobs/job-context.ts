import { photoStore } from '../adapters/r2-photos.ts'
import type { Context } from '../context.ts'
import type { Env } from '../env.ts'

/** What a use case may use when no caller stands behind it. */
export type JobContext = Pick<Context, 'db' | 'photos' | 'now' | 'random'>

/** The context of a job. */
export function jobContext(env: Env): JobContext {
  return {
    db: env.DB,
    photos: photoStore(env.PHOTOS),
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  }
}

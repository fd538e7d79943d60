import { CALLERS } from '../../shared/domain/permissions.ts'
import { photoStore } from '../../worker/adapters/r2-photos.ts'
import { recordStore } from '../../worker/adapters/r2-records.ts'
import type { Context, Secrets } from '../../worker/context.ts'
import type { Config, Env } from '../../worker/env.ts'

/** Who acts, when, and with what. */
interface Acting {
  env: Pick<Env, 'DB' | 'PHOTOS'>
  secrets: Secrets
  config: Config
  /** null for nobody's session */
  tokenHash: string | null
  /** Milliseconds. */
  at: number
}

/**
 * What a use case gets when somebody acts without a request, at a moment of one's choosing: the demonstration city's
 * past is played so, and so are tests. Nothing is sent to anybody.
 */
export function actingContext({ env, secrets, config, tokenHash, at }: Acting): Context {
  return {
    db: env.DB,
    photos: photoStore(env.PHOTOS),
    records: recordStore(env.PHOTOS),
    secrets,
    config,
    credentials: {
      tokenHash,
      queryCode: null,
      addressKey: null,
      address: null,
      proof: null,
      device: null,
    },
    callers: CALLERS,
    locale: 'zh-hans',
    now: () => at,
    newId: () => crypto.randomUUID(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    tiles: null,
    wechat: null,
    wakeOutbox: () => undefined,
    postSigned: async () => undefined,
  }
}

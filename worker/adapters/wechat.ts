import { AppError } from '../../shared/domain/errors.ts'
import type { WechatLogin } from '../context.ts'

const ADDRESS = 'https://api.weixin.qq.com/sns/jscode2session'
const PATIENCE_MS = 5000

/** Codes that the mini program's side got wrong: used up, made up, or from another mini program. */
const BAD_CODES = new Set([40029, 40163, 40226])

/** What a test replaces. Called as a method of this object, the runtime's own `fetch` would refuse. */
const OUTSIDE = { fetch: (url: string, init: RequestInit) => fetch(url, init) }

/**
 * Asks WeChat who has shown a login code (`auth.code2Session`). The session key that comes with the answer would
 * decrypt what a person shares with the mini program; nothing here needs it, and it is dropped.
 */
export function wechatLogin(
  { appId, secret }: { appId: string; secret: string },
  outside: typeof OUTSIDE = OUTSIDE,
): WechatLogin {
  return {
    async openIdOf(code) {
      const query = new URLSearchParams({
        appid: appId,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      })
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const answer = await outside
        .fetch(`${ADDRESS}?${query}`, { signal, redirect: 'manual' })
        .then((got) => (got.ok ? (got.json() as Promise<{ openid?: string; errcode?: number }>) : null))
        .catch(() => null)
      if (answer?.openid) return answer.openid
      if (answer?.errcode !== undefined && BAD_CODES.has(answer.errcode)) return null
      throw new AppError('UNAVAILABLE')
    },
  }
}

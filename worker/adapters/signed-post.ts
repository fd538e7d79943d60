import { ChannelFailure, type SignedPost } from '../context.ts'

const text = new TextEncoder()
const PATIENCE_MS = 5000

async function signature(secret: string, signed: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign'])
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(signed)))
  return [...mac].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What a test replaces. Called as a method of this object, the runtime's own `fetch` would refuse. */
export const OUTSIDE = {
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  patienceMs: PATIENCE_MS,
}

/**
 * One POST, signed with HMAC-SHA-256 over `<X-Mashang-Timestamp>.<body>`; `Idempotency-Key` is the same in every
 * attempt. A redirect is not followed: it would carry signed data to an address nobody configured.
 *
 * @param now milliseconds
 * @returns the status
 * @throws ChannelFailure when nobody answers in five seconds
 */
export async function postSigned(
  { url, secret, id, body }: SignedPost,
  now: () => number,
  outside: typeof OUTSIDE = OUTSIDE,
): Promise<number> {
  const timestamp = String(Math.floor(now() / 1000))
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Idempotency-Key': id,
    'X-Mashang-Timestamp': timestamp,
    'X-Mashang-Signature': `v1=${await signature(secret, `${timestamp}.${body}`)}`,
  }
  const signal = AbortSignal.timeout(outside.patienceMs)
  try {
    const answer = await outside.fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    await answer.body?.cancel()
    return answer.status
  } catch {
    throw new ChannelFailure(signal.aborted ? 'timeout' : 'unreachable')
  }
}

/** To a city's own system: any 2xx is taken, everything else is a failure. */
export function webhookPost(now: () => number, outside: typeof OUTSIDE = OUTSIDE) {
  return async (post: SignedPost): Promise<void> => {
    const status = await postSigned(post, now, outside)
    if (status < 200 || status > 299) throw new ChannelFailure(`http ${status}`)
  }
}

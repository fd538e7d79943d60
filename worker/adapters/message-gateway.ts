import { ChannelFailure, type ChannelNotice, type NoticeChannel } from '../context.ts'

const text = new TextEncoder()
const PATIENCE_MS = 5000
/** "Nobody here has that account": most residents have left neither number nor subscription. */
const NOBODY_TO_TELL = 410

async function signature(secret: string, signed: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign'])
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(signed)))
  return [...mac].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What a test replaces. Called as a method of this object, the runtime's own `fetch` would refuse. */
const OUTSIDE = {
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  patienceMs: PATIENCE_MS,
}

/** What the gateway reads. It knows by account id whom to write to; we do not. */
function bodyOf(notice: ChannelNotice): string {
  const { id, accountId, kind, reportNumber, action, to, at, words } = notice
  return JSON.stringify({
    id,
    accountId,
    kind,
    reportNumber,
    action,
    to,
    at: new Date(at).toISOString(),
    words,
  })
}

/**
 * The city's message gateway, which sends SMS or template messages. One POST a notice, signed with HMAC-SHA-256 over
 * `<X-Mashang-Timestamp>.<body>`; `Idempotency-Key` is the same in every attempt. Any 2xx is taken, 410 means that
 * there is nobody to tell; everything else, and silence of five seconds, is a failure.
 *
 * @param now milliseconds
 */
export function messageGateway(
  gateway: { url: string; secret: string },
  now: () => number,
  outside: typeof OUTSIDE = OUTSIDE,
): NoticeChannel {
  async function post(notice: ChannelNotice): Promise<Response> {
    const body = bodyOf(notice)
    const timestamp = String(Math.floor(now() / 1000))
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'Idempotency-Key': `${notice.id}.${notice.accountId}`,
      'X-Mashang-Timestamp': timestamp,
      'X-Mashang-Signature': `v1=${await signature(gateway.secret, `${timestamp}.${body}`)}`,
    }
    const signal = AbortSignal.timeout(outside.patienceMs)
    try {
      // A redirect would carry signed data to an address nobody configured.
      return await outside.fetch(gateway.url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    } catch {
      throw new ChannelFailure(signal.aborted ? 'timeout' : 'unreachable')
    }
  }

  return {
    name: 'gateway',
    async deliver(notice) {
      const answer = await post(notice)
      await answer.body?.cancel()
      if (!answer.ok && answer.status !== NOBODY_TO_TELL) throw new ChannelFailure(`http ${answer.status}`)
    },
  }
}

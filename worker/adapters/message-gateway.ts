import { ChannelFailure, type ChannelNotice, type NoticeChannel } from '../context.ts'
import { OUTSIDE, postSigned } from './signed-post.ts'

/** "Nobody here has that account": most residents have left neither number nor subscription. */
const NOBODY_TO_TELL = 410

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
 * The city's message gateway, which sends SMS or template messages. One signed POST a notice. Any 2xx is taken, 410
 * means that there is nobody to tell; everything else, and silence of five seconds, is a failure.
 *
 * @param now milliseconds
 */
export function messageGateway(
  gateway: { url: string; secret: string },
  now: () => number,
  outside: typeof OUTSIDE = OUTSIDE,
): NoticeChannel {
  return {
    name: 'gateway',
    async deliver(notice) {
      const post = { ...gateway, id: `${notice.id}.${notice.accountId}`, body: bodyOf(notice) }
      const status = await postSigned(post, now, outside)
      const isTaken = status >= 200 && status < 300
      if (!isTaken && status !== NOBODY_TO_TELL) throw new ChannelFailure(`http ${status}`)
    },
  }
}

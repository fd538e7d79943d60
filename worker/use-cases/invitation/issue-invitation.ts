import type { AccountAnswer } from '../../../shared/contract/account.ts'
import type { Context, Secrets } from '../../context.ts'
import { saveInvitation } from '../../repository/invitations.ts'
import type { Query } from '../../repository/query.ts'
import { toBase64Url } from '../base64url.ts'
import { qrPicture } from '../qr-picture.ts'

const TOKEN_BYTES = 32
const LIFE_MS = 7 * 86_400_000

/** An invitation that counts when its query has run. */
export interface NewInvitation {
  query: Query<void>
  /** To be shown this once: only the hash of its token is stored. */
  shown: NonNullable<AccountAnswer['invitation']>
}

/**
 * Invites the owner of an account to choose a password; an invitation before it is void.
 *
 * @param origin where the app is, `https://city.example`
 */
export async function newInvitation(
  ctx: Pick<Context, 'db' | 'now' | 'random'> & { secrets: Pick<Secrets, 'sha256'> },
  accountId: string,
  origin: string,
): Promise<NewInvitation> {
  const token = toBase64Url(ctx.random(TOKEN_BYTES))
  const createdAt = ctx.now()
  const expiresAt = createdAt + LIFE_MS
  const tokenHash = await ctx.secrets.sha256(token)
  // Behind the `#`, which a browser sends to nobody and no server writes down.
  const link = `${origin}/staff/invitation#${token}`
  return {
    query: saveInvitation(ctx.db, { accountId, tokenHash, createdAt, expiresAt }),
    shown: {
      link,
      qr: qrPicture(link),
      expiresAt: new Date(expiresAt).toISOString(),
    },
  }
}

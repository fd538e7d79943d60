import { isPublicAddress } from '../../../shared/domain/webhook.ts'
import { ChannelFailure, type WebhookContext } from '../../context.ts'
import { problemOf } from '../notification/attempts.ts'
import { secretSealedFor } from './webhook-secret.ts'

interface Address {
  webhookId: string
  url: string
  secretSealed: string
}

/** Posts something signed to an address; answers what went wrong, or null. */
export async function postToWebhook(
  ctx: Pick<WebhookContext, 'secrets' | 'postSigned'>,
  { webhookId, url, secretSealed }: Address,
  content: { id: string },
): Promise<string | null> {
  try {
    // Entered under an earlier rule, or past it.
    if (!isPublicAddress(new URL(url))) throw new ChannelFailure('unreachable')
    const secret = await ctx.secrets.unseal(secretSealed, secretSealedFor(webhookId))
    await ctx.postSigned({ url, secret, id: content.id, body: JSON.stringify(content) })
    return null
  } catch (error) {
    return problemOf(error)
  }
}

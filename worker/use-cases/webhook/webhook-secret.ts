import type { Context } from '../../context.ts'
import { toBase64Url } from '../base64url.ts'

const SECRET_BYTES = 32

/** What seals a secret to its webhook: in another row it cannot be read. */
export function secretSealedFor(webhookId: string): string {
  return `webhook:${webhookId}`
}

/** A fresh secret for signatures, and how it is kept. */
export async function newSecret(
  ctx: Pick<Context, 'secrets' | 'random'>,
  webhookId: string,
): Promise<{ secret: string; sealed: string }> {
  const secret = `whsec_${toBase64Url(ctx.random(SECRET_BYTES))}`
  return { secret, sealed: await ctx.secrets.seal(secret, secretSealedFor(webhookId)) }
}

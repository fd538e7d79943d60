import type { ApiKeyIssued, ApiKeyRequest } from '../../../shared/contract/api-key.ts'
import type { Context } from '../../context.ts'
import { insertApiKey } from '../../repository/api-keys.ts'
import { runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { toBase64Url } from '../base64url.ts'
import { withActor } from '../session/with-actor.ts'
import { keyShown } from './key-shown.ts'

const KEY_BYTES = 32
/** `mk_` and five letters: enough to tell keys apart, too little to guess one. */
const PREFIX_LETTERS = 8

/**
 * Issues a key. It has 256 random bits, so its hash needs no salt and no slowness.
 *
 * @returns the key, which is shown this once
 * @throws AppError as `withActor`
 */
export async function issueApiKey(ctx: Context, input: ApiKeyRequest): Promise<ApiKeyIssued> {
  const { actor } = await withActor(ctx, [])
  const key = `mk_${toBase64Url(ctx.random(KEY_BYTES))}`
  const { name, contact, perDay, asksConsent } = input
  const record = {
    id: ctx.newId(),
    prefix: key.slice(0, PREFIX_LETTERS),
    name,
    contact,
    perDay,
    asksConsent,
    createdAt: ctx.now(),
  }
  const keyHash = await ctx.secrets.sha256(key)
  await runBatch(ctx.db, [
    ...insertApiKey(ctx.db, { ...record, keyHash, accountId: ctx.newId() }),
    auditEntry(ctx, actor, 'api-key.issued', {
      subject: `api-key:${record.id}`,
      detail: { name, perDay, asksConsent },
    }),
  ])
  return { apiKey: keyShown({ ...record, usedToday: 0, lastUsedOn: null, revokedAt: null }), key }
}

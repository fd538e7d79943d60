import type { ContactShown } from '../../../shared/contract/contact.ts'
import type { Context } from '../../context.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import {
  contactsUnderOtherKeys,
  replaceContact,
  replaceTotp,
  totpUnderOtherKeys,
  type SealedValue,
} from '../../repository/sealed-values.ts'
import { replaceWebhookSecret, webhookSecretsUnderOtherKeys } from '../../repository/webhooks.ts'
import { phoneHashOf } from '../report/phone-hash.ts'
import { sealedFor } from '../totp/second-factor.ts'
import { secretSealedFor } from '../webhook/webhook-secret.ts'

/** Values a run; a city with 100,000 contacts is through in a day. */
const MOST = 400

type RenewContext = Pick<Context, 'db' | 'secrets'>

async function renewContact({ db, secrets }: RenewContext, old: SealedValue): Promise<Query<void>> {
  const plain = await secrets.unseal(old.sealed, old.of)
  const phoneHash = await phoneHashOf(secrets, JSON.parse(plain) as ContactShown)
  return replaceContact(db, old, { sealed: await secrets.seal(plain, old.of), phoneHash })
}

async function renewTotp({ db, secrets }: RenewContext, old: SealedValue): Promise<Query<void>> {
  const boundTo = sealedFor(old.of)
  return replaceTotp(db, old, await secrets.seal(await secrets.unseal(old.sealed, boundTo), boundTo))
}

async function renewWebhook({ db, secrets }: RenewContext, old: SealedValue): Promise<Query<void>> {
  const boundTo = secretSealedFor(old.of)
  return replaceWebhookSecret(db, old, await secrets.seal(await secrets.unseal(old.sealed, boundTo), boundTo))
}

/**
 * Encrypts with the present key what an older one encrypted. When nothing is left, the older key can be taken out of
 * `DATA_KEYS`. A value whose key is missing stays as it is, and the run fails after all others are done.
 */
export async function renewEncryption(ctx: RenewContext): Promise<void> {
  const { db, secrets } = ctx
  const [contacts, secretsOfCodes, secretsOfWebhooks] = await runBatch(db, [
    contactsUnderOtherKeys(db, secrets.dataKeyId, MOST),
    totpUnderOtherKeys(db, secrets.dataKeyId, MOST),
    webhookSecretsUnderOtherKeys(db, secrets.dataKeyId, MOST),
  ])
  const tries = await Promise.allSettled([
    ...contacts.map((old) => renewContact(ctx, old)),
    ...secretsOfCodes.map((old) => renewTotp(ctx, old)),
    ...secretsOfWebhooks.map((old) => renewWebhook(ctx, old)),
  ])
  const renewed = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  if (renewed.length > 0) await runBatch(db, renewed)
  const failed = tries.filter((one) => one.status === 'rejected')
  if (failed.length > 0)
    throw new Error(`${failed.length} values cannot be read: is a key missing in DATA_KEYS?`)
}

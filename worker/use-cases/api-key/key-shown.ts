import type { ApiKey } from '../../../shared/contract/api-key.ts'
import type { ApiKeyRecord } from '../../repository/api-keys.ts'

/** A key as administrators see it: never the key itself. */
export function keyShown({ createdAt, revokedAt, ...key }: ApiKeyRecord): ApiKey {
  return {
    id: key.id,
    prefix: key.prefix,
    name: key.name,
    contact: key.contact,
    perDay: key.perDay,
    asksConsent: key.asksConsent,
    usedToday: key.usedToday,
    lastUsedOn: key.lastUsedOn,
    createdAt: new Date(createdAt).toISOString(),
    revokedAt: revokedAt === null ? null : new Date(revokedAt).toISOString(),
  }
}

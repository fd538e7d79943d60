import { many, maybeOne, write, type Database, type Query, type Row } from './query.ts'
import type { SessionActor } from './sessions.ts'

/** A key as administrators see it. Times in milliseconds. */
export interface ApiKeyRecord {
  id: string
  prefix: string
  name: string
  contact: string
  perDay: number
  asksConsent: boolean
  usedToday: number
  lastUsedOn: string | null
  createdAt: number
  revokedAt: number | null
}

/** A key that does not exist yet, with the account that files with it. */
export interface NewApiKey extends Omit<ApiKeyRecord, 'usedToday' | 'lastUsedOn' | 'revokedAt'> {
  keyHash: string
  accountId: string
}

function readKey(row: Row): ApiKeyRecord {
  return {
    id: row.id as string,
    prefix: row.prefix as string,
    name: row.name as string,
    contact: row.contact as string,
    perDay: row.per_day as number,
    asksConsent: row.asks_consent === 1,
    usedToday: row.used_today as number,
    lastUsedOn: row.last_used_on as string | null,
    createdAt: row.created_at as number,
    revokedAt: row.revoked_at as number | null,
  }
}

const SELECT = `SELECT api_key.*,
  coalesce((SELECT uses FROM api_key_day WHERE account_id = api_key.account_id AND day = ?1), 0) AS used_today,
  (SELECT max(day) FROM api_key_day WHERE account_id = api_key.account_id) AS last_used_on
  FROM api_key`

/** @param today as the city counts days */
export function allApiKeys(db: Database, today: string): Query<ApiKeyRecord[]> {
  return many(db.prepare(`${SELECT} ORDER BY created_at DESC, id`).bind(today), readKey)
}

export function apiKeyById(db: Database, id: string, today: string): Query<ApiKeyRecord | null> {
  return maybeOne(db.prepare(`${SELECT} WHERE id = ?2`).bind(today, id), readKey)
}

/** Writes a key and the account that its reports belong to. */
export function insertApiKey(db: Database, key: NewApiKey): Query<void>[] {
  const account = db
    .prepare("INSERT INTO account (id, role, created_at) VALUES (?1, 'resident', ?2)")
    .bind(key.accountId, key.createdAt)
  const row = db
    .prepare(
      `INSERT INTO api_key (id, key_hash, prefix, name, contact, per_day, asks_consent, account_id, created_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
    )
    .bind(
      key.id,
      key.keyHash,
      key.prefix,
      key.name,
      key.contact,
      key.perDay,
      Number(key.asksConsent),
      key.accountId,
      key.createdAt,
    )
  return [write(account), write(row)]
}

/** What of a key may change; what is missing stays. */
export interface ApiKeyChanges {
  name?: string | undefined
  contact?: string | undefined
  perDay?: number | undefined
  asksConsent?: boolean | undefined
  /** Milliseconds. */
  revokedAt?: number | undefined
}

export function updateApiKey(db: Database, id: string, changes: ApiKeyChanges): Query<void> {
  const { name = null, contact = null, perDay = null, asksConsent, revokedAt = null } = changes
  return write(
    db
      .prepare(
        `UPDATE api_key SET name = coalesce(?2, name), contact = coalesce(?3, contact),
           per_day = coalesce(?4, per_day), asks_consent = coalesce(?5, asks_consent),
           revoked_at = coalesce(revoked_at, ?6)
         WHERE id = ?1`,
      )
      .bind(id, name, contact, perDay, asksConsent === undefined ? null : Number(asksConsent), revokedAt),
  )
}

/** Whoever files with a key. */
export type KeyActor = SessionActor & { asksConsent: boolean }

/** The key of the demonstration is everybody's: it opens nothing anywhere else. */
const DEMO_KEY_ID = 'demo'

/** The holder of a key in force; unknown and revoked ones are nobody alike. */
export function actorByApiKey(
  db: Database,
  keyHash: string,
  city: { demoCity: boolean },
): Query<KeyActor | null> {
  const statement = db
    .prepare(
      `SELECT account_id, asks_consent FROM api_key
       WHERE key_hash = ?1 AND revoked_at IS NULL AND (id <> ?2 OR ?3)`,
    )
    .bind(keyHash, DEMO_KEY_ID, Number(city.demoCity))
  return maybeOne(statement, (row) => ({
    id: row.account_id as string,
    role: 'resident',
    person: null,
    name: '',
    stationNumber: null,
    bodyCode: null,
    districtCode: null,
    deputyId: null,
    reporterOf: null,
    asksConsent: row.asks_consent === 1,
  }))
}

import { write, type Database, type Query } from './query.ts'

/** One count within one window. */
export interface Counter {
  rule: string
  /** An HMAC: nothing readable comes into these tables. */
  key: string
  /** End of the window, milliseconds. */
  endsAt: number
  /** At so many uses the request is stopped: as it came, and with its proof of work; null for never. */
  free: number | null
  proved: number | null
}

/** A proof of work, and the request it was given with (HMAC); null for a request without one. */
export type Spending = { id: string; expiresAt: number; spentFor: string } | null

/** What the database knew before the request. */
export interface Counted {
  /** In the order of the counters. */
  uses: number[]
  /** Whether the proof is this request's: a spent one is worth nothing. */
  isProved: boolean
}

/** Under which condition a request is counted, for what only the database can tell. */
export type CountWhen =
  | { what: 'tried' }
  | { what: 'unreadable'; number: string; tokenHash: string | null }
  | { what: 'new-key'; key: string }
  | { what: 'written'; number: string; headHash: string }

function condition(when: CountWhen): { sql: string; values: (string | null)[] } {
  switch (when.what) {
    case 'tried':
      return { sql: '1 = 1', values: [] }
    case 'unreadable':
      return {
        // Staff are known by name, and a resident may look for a report of their own: both are no strangers.
        sql: `NOT EXISTS (SELECT 1 FROM report WHERE number = ?5 AND is_public = 1)
          AND NOT EXISTS (
            SELECT 1 FROM session JOIN account ON account.id = session.account_id
            WHERE session.token_hash = ?6 AND (account.role <> 'resident'
              OR account.id = (SELECT reporter_id FROM report WHERE number = ?5))
          )`,
        values: [when.number, when.tokenHash],
      }
    case 'new-key':
      return {
        sql: 'NOT EXISTS (SELECT 1 FROM idempotency_key WHERE key = ?5)',
        values: [when.key],
      }
    case 'written':
      return {
        sql: 'EXISTS (SELECT 1 FROM report WHERE number = ?5 AND head_hash = ?6)',
        values: [when.number, when.headHash],
      }
  }
}

const OWN_PROOF = 'EXISTS (SELECT 1 FROM spent_proof WHERE expires_at = ?2 AND id = ?3 AND spent_for = ?4)'

function proofValues(proof: Spending) {
  return [proof?.expiresAt ?? null, proof?.id ?? null, proof?.spentFor ?? null]
}

const SAME_COUNT = `limit_count.ends_at = counter.value ->> '$.endsAt'
  AND limit_count.rule = counter.value ->> '$.rule' AND limit_count.key = counter.value ->> '$.key'`

/** Spends the proof on this request, if nobody spent it before; does nothing without one. */
export function spendProof(db: Database, proof: Spending): Query<void> {
  const sql = `INSERT INTO spent_proof (expires_at, id, spent_for)
    SELECT ?1, ?2, ?3 WHERE ?1 IS NOT NULL ON CONFLICT DO NOTHING`
  return write(db.prepare(sql).bind(...proofValues(proof)))
}

/** How far the counters are. */
export function readCounts(db: Database, counters: readonly Counter[], proof: Spending): Query<Counted> {
  const statement = db
    .prepare(
      `SELECT coalesce(limit_count.uses, 0) AS uses, ${OWN_PROOF} AS is_proved
       FROM json_each(?1) AS counter LEFT JOIN limit_count ON ${SAME_COUNT}
       ORDER BY counter.key`,
    )
    .bind(JSON.stringify(counters), ...proofValues(proof))
  return {
    statement,
    read: (rows) => ({
      uses: rows.map((row) => row.uses as number),
      isProved: rows[0]?.is_proved === 1,
    }),
  }
}

/**
 * Counts the request in all counters, or in none when one of them stops it: what was refused was not done, and
 * nobody drives a count up for others without paying for it.
 */
export function countUse(
  db: Database,
  counters: readonly Counter[],
  proof: Spending,
  when: CountWhen,
): Query<void> {
  const { sql, values } = condition(when)
  const statement = db
    .prepare(
      `INSERT INTO limit_count (ends_at, rule, key, uses)
       SELECT value ->> '$.endsAt', value ->> '$.rule', value ->> '$.key', 1 FROM json_each(?1)
       WHERE ${sql} AND NOT EXISTS (
         SELECT 1 FROM json_each(?1) AS counter JOIN limit_count ON ${SAME_COUNT}
         WHERE limit_count.uses >= counter.value ->> CASE WHEN ${OWN_PROOF} THEN '$.proved' ELSE '$.free' END
       )
       ON CONFLICT (ends_at, rule, key) DO UPDATE SET uses = uses + 1`,
    )
    .bind(JSON.stringify(counters), ...proofValues(proof), ...values)
  return write(statement)
}

/** Takes a use back that turned out to be none, a right password for instance. */
export function uncountUse(db: Database, counters: readonly Counter[]): Query<void> {
  const statement = db
    .prepare(
      `UPDATE limit_count SET uses = uses - 1 WHERE uses > 0 AND (ends_at, rule, key) IN (
         SELECT value ->> '$.endsAt', value ->> '$.rule', value ->> '$.key' FROM json_each(?1)
       )`,
    )
    .bind(JSON.stringify(counters))
  return write(statement)
}

/** Forgets up to `most` counts whose window is over. */
export function deleteEndedCounts(db: Database, now: number, most: number): Query<void> {
  const sql = `DELETE FROM limit_count WHERE (ends_at, rule, key) IN
    (SELECT ends_at, rule, key FROM limit_count WHERE ends_at <= ?1 LIMIT ?2)`
  return write(db.prepare(sql).bind(now, most))
}

/** Forgets up to `most` proofs that would be refused anyway. */
export function deleteExpiredProofs(db: Database, now: number, most: number): Query<void> {
  const sql = `DELETE FROM spent_proof WHERE (expires_at, id) IN
    (SELECT expires_at, id FROM spent_proof WHERE expires_at <= ?1 LIMIT ?2)`
  return write(db.prepare(sql).bind(now, most))
}

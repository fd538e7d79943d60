import { maybeOne, write, type Database, type Query } from './query.ts'

/** What a key was used for, and what was answered. */
export interface KeptAnswer {
  caller: string
  requestHash: string
  answer: string
}

export function answerByKey(db: Database, key: string): Query<KeptAnswer | null> {
  const statement = db
    .prepare('SELECT caller, request_hash, answer FROM idempotency_key WHERE key = ?1')
    .bind(key)
  return maybeOne(statement, (row) => ({
    caller: row.caller as string,
    requestHash: row.request_hash as string,
    answer: row.answer as string,
  }))
}

/** Keeps the answer if the event it tells of was written in the same transaction, and no answer was kept before. */
export function keepAnswer(
  db: Database,
  kept: KeptAnswer & { key: string; now: number; reportNumber: string; eventHash: string },
): Query<void> {
  return write(
    db
      .prepare(
        `INSERT INTO idempotency_key (key, caller, request_hash, answer, created_at, report_number)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6 FROM report WHERE number = ?6 AND head_hash = ?7
         ON CONFLICT (key) DO NOTHING`,
      )
      .bind(
        kept.key,
        kept.caller,
        kept.requestHash,
        kept.answer,
        kept.now,
        kept.reportNumber,
        kept.eventHash,
      ),
  )
}

import { env } from 'cloudflare:test'
import { reportNumber } from '../../shared/domain/receipt.ts'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import { configFrom } from '../../worker/env.ts'

const BASE = `channel, station_number, district_code, category_code, text, answers, lat_e6, lng_e6, cell, address,
  contact_sealed, consent_public, case_slug, reporter_id, filer_deputy_id, created_at`
const SAID = `seq, action, from_state, to_state, at, actor_id, actor_role, actor_name, actor_person, text, text_salt,
  text_hash, internal,
  data, changes, prev_hash, hash`

let copies = 0

/**
 * Copies a report with its whole timeline under a new number, so that something can be tried on it. Photos stay with
 * the first: a photo belongs to one report. Hashes are copied too and fit the old number only.
 *
 * @returns the new number
 */
export async function copyReport(number: string): Promise<string> {
  copies += 1
  const copy = reportNumber('2026-01-01', copies)
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO report (number, ${BASE}) SELECT ?2, ${BASE} FROM report WHERE number = ?1`,
    ).bind(number, copy),
    env.DB.prepare(
      `INSERT INTO report_event (report_id, id, ${SAID})
       SELECT (SELECT id FROM report WHERE number = ?2), id || ?2, ${SAID} FROM report_event
       WHERE report_id = (SELECT id FROM report WHERE number = ?1) ORDER BY seq`,
    ).bind(number, copy),
  ])
  return copy
}

/** The query code of a report, as its receipt shows it. */
export async function queryCodeOf(number: string): Promise<string> {
  return (await secretsFrom(configFrom(env).secretKey)).queryCode(number)
}

import { TEMPLATE_MOST, type TemplateAction } from '../../shared/domain/answer-template.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import { many, maybeOne, type Database, type Query } from './query.ts'

export interface ListedTemplate {
  code: string
  action: TemplateAction
  name: string
  text: string
  /** of the office, not of the whole city */
  own: boolean
}

const MOST = 100

/** Ready words for a form ('' for every form), as far as the session's office may use them; its own come first. */
export function templatesOfSession(
  db: Database,
  action: string,
  { tokenHash, now }: { tokenHash: string; now: number },
  locale: Locale,
): Query<ListedTemplate[]> {
  const script = locale === 'zh-hant' ? '_hant' : ''
  const statement = db
    .prepare(
      `SELECT template.code, template.action, template.name${script} AS name, template.text${script} AS text,
         template.body_code IS NOT NULL OR template.station_number IS NOT NULL AS own
       FROM session JOIN account AS me ON me.id = session.account_id
       CROSS JOIN answer_template AS template ON (?1 = '' OR template.action = ?1) AND template.active = 1
       WHERE session.token_hash = ?2 AND session.expires_at > ?3 AND me.disabled_at IS NULL
         AND (template.body_code IS NULL OR template.body_code = me.body_code)
         AND (template.station_number IS NULL OR template.station_number = me.station_number)
       ORDER BY own DESC, template.sort, template.code LIMIT ${MOST}`,
    )
    .bind(action, tokenHash, now)
  return many(statement, (row) => ({
    code: row.code as string,
    action: row.action as TemplateAction,
    name: row.name as string,
    text: row.text as string,
    own: row.own === 1,
  }))
}

/** Whose words are meant: a body's or a station's. */
export interface Office {
  bodyCode: string | null
  stationNumber: string | null
}

interface NewTemplate extends Office {
  code: string
  action: TemplateAction
  name: string
  text: string
}

const OF_OFFICE = 'body_code IS ?2 AND station_number IS ?3'

/**
 * Keeps words of an office, as they were written for either script; new ones stand last. None is written where the code
 * is somebody else's, or the office has as many as it may.
 *
 * @returns the code, or null
 */
export function keepTemplate(
  db: Database,
  { code, bodyCode, stationNumber, action, name, text }: NewTemplate,
): Query<string | null> {
  const statement = db
    .prepare(
      `INSERT INTO answer_template
         (code, body_code, station_number, action, name, name_hant, text, text_hant, sort, active)
       SELECT ?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6, coalesce(max(sort), 0) + 10, 1 FROM answer_template WHERE ${OF_OFFICE}
       HAVING coalesce(sum(active), 0) < ?7
         OR EXISTS (SELECT 1 FROM answer_template WHERE code = ?1 AND active = 1)
       ON CONFLICT (code) DO UPDATE SET action = excluded.action, name = excluded.name,
         name_hant = excluded.name_hant, text = excluded.text, text_hant = excluded.text_hant, active = 1
       WHERE answer_template.body_code IS excluded.body_code
         AND answer_template.station_number IS excluded.station_number
       RETURNING code`,
    )
    .bind(code, bodyCode, stationNumber, action, name, text, TEMPLATE_MOST.own)
  return maybeOne(statement, (row) => row.code as string)
}

/** Words of an office are offered no more. @returns the code, or null where there are none */
export function removeTemplate(
  db: Database,
  code: string,
  { bodyCode, stationNumber }: Office,
): Query<string | null> {
  const statement = db
    .prepare(
      `UPDATE answer_template SET active = 0 WHERE code = ?1 AND ${OF_OFFICE} AND active = 1 RETURNING code`,
    )
    .bind(code, bodyCode, stationNumber)
  return maybeOne(statement, (row) => row.code as string)
}

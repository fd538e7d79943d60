import type { Locale } from '../../shared/domain/locale.ts'
import type { State } from '../../shared/domain/report-state.ts'
import { localName } from './local-name.ts'
import type { SessionKey } from './notifications.ts'
import { many, type Database, type Query } from './query.ts'

/** One thing a deputy did with a report, and the report as it is now. Times in milliseconds. */
export interface Deed {
  action: 'submit' | 'watch' | 'approve' | 'send_back' | 'finish'
  at: number
  number: string
  text: string
  category: { code: string; name: string }
  state: State
  round: number
  answer: string | null
  solved: boolean | null
}

const MINE = `session JOIN account ON account.id = session.account_id
  JOIN report_event ON report_event.actor_id = account.id AND report_event.actor_role = 'deputy'`
const ME = `session.token_hash = ?1 AND session.expires_at > ?2`

/** A deputy does a dozen things a week at most; this is far beyond. */
const MOST_DEEDS = 5000

/** What a session's deputy did from `from` to before `to`, in the order of time. */
export function deedsOfSession(
  db: Database,
  locale: Locale,
  session: SessionKey,
  { from, to }: { from: number; to: number },
): Query<Deed[]> {
  const statement = db
    .prepare(
      `SELECT report_event.action, report_event.at, report.number, report.text, report.state, report.round,
         report.rated_solved, report.category_code, ${localName('category', locale)} AS category_name,
         iif(report.state IN ('answered', 'closed'), (SELECT given.text FROM report_event AS given
           WHERE given.report_id = report.id AND given.action IN ('finish', 'settle')
           ORDER BY given.seq DESC LIMIT 1), NULL) AS answer
       FROM ${MINE}
       JOIN report ON report.id = report_event.report_id
       JOIN category ON category.code = report.category_code
       WHERE ${ME} AND report_event.at >= ?3 AND report_event.at < ?4
         AND report_event.action IN ('submit', 'watch', 'approve', 'send_back', 'finish')
       ORDER BY report_event.at LIMIT ${MOST_DEEDS}`,
    )
    .bind(session.tokenHash, session.now, from, to)
  return many(statement, (row) => ({
    action: row.action as Deed['action'],
    at: row.at as number,
    number: row.number as string,
    text: row.text as string,
    category: { code: row.category_code as string, name: row.category_name as string },
    state: row.state as State,
    round: row.round as number,
    answer: row.answer as string | null,
    solved: row.rated_solved === null ? null : row.rated_solved === 1,
  }))
}

/** The years in Asia/Shanghai in which a session's deputy did something, earliest first. */
export function yearsOfSession(db: Database, session: SessionKey): Query<number[]> {
  const statement = db
    .prepare(
      `SELECT DISTINCT CAST(strftime('%Y', (report_event.at + 28800000) / 1000, 'unixepoch') AS INTEGER) AS year
       FROM ${MINE} WHERE ${ME} ORDER BY year`,
    )
    .bind(session.tokenHash, session.now)
  return many(statement, (row) => row.year as number)
}

/** Whose record it is. */
export function namesOfSession(
  db: Database,
  locale: Locale,
  session: SessionKey,
): Query<{ name: string; station: { number: string; name: string } | null }> {
  const statement = db
    .prepare(
      `SELECT coalesce(${localName('deputy', locale)}, account.name, '') AS person,
         station.number, ${localName('station', locale)} AS station_name
       FROM session JOIN account ON account.id = session.account_id
       LEFT JOIN deputy ON deputy.id = account.deputy_id
       LEFT JOIN station ON station.number = account.station_number
       WHERE ${ME}`,
    )
    .bind(session.tokenHash, session.now)
  return {
    statement,
    read: ([row]) => ({
      name: (row?.person as string | undefined) ?? '',
      station: row?.number ? { number: row.number as string, name: row.station_name as string } : null,
    }),
  }
}

import type { Locale } from '../../shared/domain/locale.ts'
import type { TopicFacts, TopicState } from '../../shared/domain/topic-state.ts'
import { localName } from './local-name.ts'
import type { SessionKey } from './notifications.ts'
import { many, maybeOne, write, type Database, type Query, type Row } from './query.ts'
import { readerValues, type Reader } from './report-scope.ts'
import { READABLE_TOPIC, TOPIC_SCOPES } from './topic-scope.ts'

/** A topic as the database keeps it. */
export interface TopicRecord {
  /** The place in the order of opening; callers know a topic by `facts.id`. */
  row: number
  facts: TopicFacts
  headHash: string
  createdAt: number
  updatedAt: number
  /** Names in the reader's language. */
  names: { category: string | null; district: string | null; body: string | null }
  /** How many of its reports somebody still has to act on. */
  openReports: number
}

function readTopic(row: Row): TopicRecord {
  return {
    row: row.id as number,
    facts: {
      id: row.code as string,
      state: row.state as TopicState,
      version: row.version as number,
      title: row.title as string,
      text: row.text as string,
      categoryCode: row.category_code as string | null,
      districtCode: row.district_code as string | null,
      caseSlug: row.case_slug as string | null,
      bodyCode: row.body_code as string | null,
      orderText: row.order_text as string | null,
      dueAt: row.due_at as number | null,
      answerText: row.answer_text as string | null,
      answeredBy: row.answered_by as string | null,
      proposalText: row.proposal_text as string | null,
      reportNumbers: JSON.parse(row.report_numbers as string) as string[],
    },
    headHash: row.head_hash as string,
    createdAt: row.created_at as number,
    updatedAt: row.updated_at as number,
    names: {
      category: row.category_name as string | null,
      district: row.district_name as string | null,
      body: row.body_name as string | null,
    },
    openReports: row.open_reports as number,
  }
}

function selectTopics(locale: Locale, from: string, which: string): string {
  return `SELECT topic.*, ${localName('category', locale)} AS category_name,
      ${localName('district', locale)} AS district_name, ${localName('body', locale)} AS body_name,
      (SELECT json_group_array(number) FROM (
         SELECT report.number FROM topic_report JOIN report ON report.id = topic_report.report_id
         WHERE topic_report.topic_id = topic.id ORDER BY report.id)) AS report_numbers,
      (SELECT count(*) FROM topic_report JOIN report ON report.id = topic_report.report_id
       WHERE topic_report.topic_id = topic.id AND report.holder_type IS NOT NULL) AS open_reports
    FROM ${from}
    LEFT JOIN category ON category.code = topic.category_code
    LEFT JOIN district ON district.code = topic.district_code
    LEFT JOIN body ON body.code = topic.body_code
    WHERE ${which}`
}

/** One topic; none that the reader may not know of. */
export function topicById(
  db: Database,
  id: string,
  locale: Locale,
  reader: Reader,
): Query<TopicRecord | null> {
  const which = `topic.code = ?1 AND ${READABLE_TOPIC}`
  const statement = db.prepare(selectTopics(locale, 'topic', which)).bind(id, ...readerValues(reader))
  return maybeOne(statement, readTopic)
}

/** The latest topics of a session's account, from before `beforeRow` on: one query a way, their results are to be merged. */
export function topicsOfSession(
  db: Database,
  locale: Locale,
  session: SessionKey,
  page: { state: TopicState | null; beforeRow: number; limit: number },
): Query<TopicRecord[]>[] {
  const from = `(SELECT account.* FROM session JOIN account ON account.id = session.account_id
    WHERE session.token_hash = ?1 AND session.expires_at > ?2 AND account.disabled_at IS NULL) AS me
    CROSS JOIN topic`
  return TOPIC_SCOPES.map((scope) => {
    const which = `${scope} AND topic.id < ?3 AND (?4 IS NULL OR topic.state = ?4)`
    const statement = db
      .prepare(`${selectTopics(locale, from, which)} ORDER BY topic.id DESC LIMIT ?5`)
      .bind(session.tokenHash, session.now, page.beforeRow, page.state, page.limit)
    return many(statement, readTopic)
  })
}

/** Writes a topic without events; everything it is about comes with its first. */
export function insertTopic(db: Database, topic: { id: string; createdAt: number }): Query<void> {
  return write(
    db.prepare('INSERT INTO topic (code, created_at) VALUES (?1, ?2)').bind(topic.id, topic.createdAt),
  )
}

/** The names of all districts by their code: a dozen. */
export function districtNames(db: Database, locale: Locale): Query<Map<string, string>> {
  const statement = db.prepare(`SELECT code, ${localName('district', locale)} AS name FROM district`)
  return {
    statement,
    read: (rows) => new Map(rows.map((row) => [row.code as string, row.name as string])),
  }
}

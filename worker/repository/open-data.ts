import { COUNTS, type Counts } from '../../shared/domain/figures.ts'
import { many, type Database, type Query } from './query.ts'

/** Whether the open data is what it was: a number that rises with every change, and when the last event was (ms). */
export interface Stamp {
  changes: number
  changedAt: number
}

export function openDataStamp(db: Database): Query<Stamp> {
  return {
    statement: db.prepare('SELECT changes, changed_at FROM open_data_stamp'),
    read: ([row]) => ({ changes: row?.changes as number, changedAt: row?.changed_at as number }),
  }
}

/** When the first report was filed, in milliseconds; null in a city without any. */
export function firstFiling(db: Database): Query<number | null> {
  return {
    statement: db.prepare('SELECT min(created_at) AS first FROM report'),
    read: ([row]) => row?.first as number | null,
  }
}

/** The counts of the reports of one district and category that were filed in one span of time. */
export interface Cohort {
  district: string
  category: string
  counts: Counts
}

/** How each number is counted from the reports (`step = ''`) and from their events. */
const COUNTED: Record<(typeof COUNTS)[number], string> = {
  received: `step = ''`,
  open: `step = '' AND state NOT IN ('closed', 'declined', 'withdrawn', 'merged')`,
  awaitingRating: `step = '' AND state = 'answered'`,
  overdue: `step = '' AND overdue_level <> 'none'`,
  rated: `step = '' AND state = 'closed' AND rated_answered IS NOT NULL`,
  answeredYes: `step = '' AND state = 'closed' AND rated_answered = 1`,
  solvedYes: `step = '' AND state = 'closed' AND rated_solved = 1`,
  satisfiedYes: `step = '' AND state = 'closed' AND rated_satisfied = 1`,
  notRated: `step = '' AND state = 'closed' AND rated_answered IS NULL`,
  declined: `step = '' AND state = 'declined'`,
  withdrawn: `step = '' AND state = 'withdrawn'`,
  merged: `step = '' AND state = 'merged'`,
  reopened: `step = '' AND round > 1`,
  bounces: `step = ''`,
  preReviewDone: `step = 'pre_review'`,
  preReviewOnTime: `step = 'pre_review' AND at <= limit_at`,
  signDone: `step = 'sign'`,
  signOnTime: `step = 'sign' AND at <= limit_at`,
  handleDone: `step = 'handle'`,
  handleOnTime: `step = 'handle' AND at <= limit_at`,
  reviewDone: `step = 'review'`,
  reviewOnTime: `step = 'review' AND at <= limit_at`,
  promiseDone: `step = 'promise'`,
  promiseOnTime: `step = 'promise' AND at <= limit_at`,
  escalations: `step = 'escalation'`,
}

const SUMS = COUNTS.map((name) =>
  name === 'bounces'
    ? `coalesce(sum(bounces) FILTER (WHERE ${COUNTED[name]}), 0) AS ${name}`
    : `count(*) FILTER (WHERE ${COUNTED[name]}) AS ${name}`,
).join(', ')

/** What a fact of the report was when an event happened: the last that an event before it wrote. */
function asOf(fact: 'due_at' | 'promised_at', before: '<' | '<='): string {
  return `(SELECT past.changes ->> '$.${fact}' FROM report_event AS past
    WHERE past.report_id = event.report_id AND past.seq ${before} event.seq
      AND json_type(past.changes, '$.${fact}') IS NOT NULL
    ORDER BY past.seq DESC LIMIT 1)`
}

/**
 * The reports filed from one moment to before another, counted anew from what each of them is and from every event, by
 * district and category. Not from the counters that `GET /api/v1/statistics` reads: each is the proof of the other.
 */
export function cohortsFiled(db: Database, from: number, before: number): Query<Cohort[]> {
  const statement = db
    .prepare(
      `WITH filed AS (SELECT id FROM report WHERE created_at >= ?1 AND created_at < ?2 AND version > 0),
       part AS (
         SELECT id AS report_id, '' AS step, 0 AS at, 0 AS limit_at FROM filed
         UNION ALL
         SELECT event.report_id, figure_step.step, event.at, ${asOf('due_at', '<')}
         FROM filed
         JOIN report_event AS event ON event.report_id = filed.id
         JOIN figure_step ON figure_step.from_state = event.from_state AND figure_step.action = event.action
         UNION ALL
         SELECT event.report_id, 'promise', event.at, ${asOf('promised_at', '<=')}
         FROM filed
         JOIN report_event AS event ON event.report_id = filed.id
         WHERE event.to_state = 'answered'
           AND event.seq = (SELECT min(first.seq) FROM report_event AS first
                            WHERE first.report_id = event.report_id AND first.to_state = 'answered')
       )
       SELECT district_code, category_code, ${SUMS}
       FROM part JOIN report ON report.id = part.report_id
       GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .bind(from, before)
  return many(statement, (row) => ({
    district: row.district_code as string,
    category: row.category_code as string,
    counts: Object.fromEntries(COUNTS.map((name) => [name, row[name]])) as Counts,
  }))
}

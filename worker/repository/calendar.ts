import type { CalendarDay, WorkCalendar } from '../../shared/domain/working-days.ts'
import { many, write, type Database, type Query, type Row } from './query.ts'

/** A day of the calendar with its date, `YYYY-MM-DD`. */
export type PublishedDay = CalendarDay & { date: string }

/** A year whose calendar is published, and where. */
export interface PublishedYear {
  year: number
  source: string
  /** In the order of their dates. */
  days: PublishedDay[]
}

/**
 * The published working calendar from 400 days before `fromDate` (`YYYY-MM-DD`) on, with the covered years.
 * The days before are for counts that begin in the past: the wait for a reporter, and an extension of a step that
 * has been overdue for long, which is counted from its old due date.
 */
export function workCalendar(db: Database, fromDate: string): Query<WorkCalendar> {
  const statement = db
    .prepare(
      `SELECT CAST(year AS TEXT) AS key, NULL AS kind, source AS name FROM calendar_year
       UNION ALL
       SELECT date, kind, name FROM calendar_day WHERE date >= date(?1, '-400 days')`,
    )
    .bind(fromDate)
  return {
    statement,
    read: (rows) => {
      const coveredYears: number[] = []
      const days = new Map<string, CalendarDay>()
      for (const row of rows) {
        if (row.kind === null) coveredYears.push(Number(row.key))
        else days.set(row.key as string, { kind: row.kind as CalendarDay['kind'], name: row.name as string })
      }
      return { coveredYears, days }
    },
  }
}

function readYear(row: Row): PublishedYear {
  return {
    year: row.year as number,
    source: row.source as string,
    days: JSON.parse(row.days as string) as PublishedDay[],
  }
}

/** Every published year, earliest first; only the one when `year` is given. */
export function publishedYears(db: Database, year: number | null = null): Query<PublishedYear[]> {
  const statement = db
    .prepare(
      `SELECT year, source,
         (SELECT json_group_array(json_object('date', date, 'kind', kind, 'name', name) ORDER BY date)
          FROM calendar_day WHERE calendar_day.year = calendar_year.year) AS days
       FROM calendar_year WHERE ?1 IS NULL OR year = ?1 ORDER BY year`,
    )
    .bind(year)
  return many(statement, readYear)
}

function insertDays(db: Database, days: readonly PublishedDay[]): Query<void> {
  const sql = `INSERT INTO calendar_day (date, kind, name)
    SELECT value ->> '$.date', value ->> '$.kind', value ->> '$.name' FROM json_each(?1)`
  return write(db.prepare(sql).bind(JSON.stringify(days)))
}

/** Writes a year that is not there yet; fails as a broken key of `calendar_year` when it is. */
export function insertYear(db: Database, { year, source, days }: PublishedYear): Query<void>[] {
  const insert = db.prepare('INSERT INTO calendar_year (year, source) VALUES (?1, ?2)').bind(year, source)
  return [write(insert), insertDays(db, days)]
}

/** Names another notice for a year. */
export function updateSource(db: Database, year: number, source: string): Query<void> {
  return write(db.prepare('UPDATE calendar_year SET source = ?2 WHERE year = ?1').bind(year, source))
}

/** Puts other days in the place of all days of a year. */
export function replaceDays(db: Database, year: number, days: readonly PublishedDay[]): Query<void>[] {
  const remove = db.prepare('DELETE FROM calendar_day WHERE year = ?1').bind(year)
  return [write(remove), insertDays(db, days)]
}

/** How many open reports have their promise in which year (Asia/Shanghai), and how many of them provisionally. */
export function promisesByYear(db: Database): Query<{ year: number; open: number; provisional: number }[]> {
  const statement = db.prepare(
    `SELECT CAST(strftime('%Y', (promised_at + 28800000) / 1000, 'unixepoch') AS INTEGER) AS year,
       count(*) AS open, sum(promised_provisional) AS provisional
     FROM report WHERE holder_type IS NOT NULL GROUP BY 1 ORDER BY 1`,
  )
  return many(statement, (row) => ({
    year: row.year as number,
    open: row.open as number,
    provisional: row.provisional as number,
  }))
}

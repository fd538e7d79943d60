import type { CalendarDay, WorkCalendar } from '../../shared/domain/working-days.ts'
import type { Database, Query } from './query.ts'

/**
 * The published working calendar from 60 days before `fromDate` (`YYYY-MM-DD`) on, with the covered years.
 * The 60 days before are for days that are counted backwards, such as the wait for a reporter.
 */
export function workCalendar(db: Database, fromDate: string): Query<WorkCalendar> {
  const statement = db
    .prepare(
      `SELECT CAST(year AS TEXT) AS key, NULL AS kind, source AS name FROM calendar_year
       UNION ALL
       SELECT date, kind, name FROM calendar_day WHERE date >= date(?1, '-60 days')`,
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

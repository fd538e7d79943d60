import type { DeadlineLimit } from '../../shared/domain/report-deadline.ts'
import { many, type Database, type Query, type Row } from './query.ts'

function readLimit(row: Row): DeadlineLimit {
  return {
    categoryCode: row.category_code as string,
    complexity: row.complexity as DeadlineLimit['complexity'],
    step: row.step as DeadlineLimit['step'],
    days: row.days as number,
  }
}

/** The configured limits that can apply to a category: its own and the general ones. */
export function deadlineLimits(db: Database, categoryCode: string): Query<DeadlineLimit[]> {
  const statement = db
    .prepare(
      "SELECT category_code, complexity, step, days FROM deadline_limit WHERE category_code IN ('*', ?1)",
    )
    .bind(categoryCode)
  return many(statement, readLimit)
}

/** Every configured limit. */
export function allDeadlineLimits(db: Database): Query<DeadlineLimit[]> {
  return many(db.prepare('SELECT category_code, complexity, step, days FROM deadline_limit'), readLimit)
}

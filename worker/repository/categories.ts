import type { Locale } from '../../shared/domain/locale.ts'
import type { Complexity } from '../../shared/domain/report-state.ts'
import { localName } from './local-name.ts'
import { many, type Database, type Query, type Row } from './query.ts'
import type { StoredQuestion } from './report-columns.ts'

/** A category in its group, with names in the reader's language; questions in all of them. */
export interface ListedCategory {
  code: string
  name: string
  /** Its name in Simplified Chinese. */
  chineseName: string
  icon: string
  group: { code: string; name: string; icon: string }
  complexity: Complexity
  evidenceRequired: boolean
  questions: StoredQuestion[]
  keywords: string[]
}

function readCategory(row: Row): ListedCategory {
  return {
    code: row.code as string,
    name: row.local_name as string,
    chineseName: row.name as string,
    icon: row.icon as string,
    group: { code: row.group_code as string, name: row.group_name as string, icon: row.group_icon as string },
    complexity: row.complexity as Complexity,
    evidenceRequired: row.evidence_required === 1,
    questions: JSON.parse(row.questions as string) as StoredQuestion[],
    keywords: JSON.parse(row.keywords as string) as string[],
  }
}

/** Every category, group by group in their order. */
export function allCategories(db: Database, locale: Locale): Query<ListedCategory[]> {
  const statement = db.prepare(
    `SELECT category.*, ${localName('category', locale)} AS local_name,
       ${localName('category_group', locale)} AS group_name, category_group.icon AS group_icon
     FROM category JOIN category_group ON category_group.code = category.group_code
     ORDER BY category_group.sort, category.sort, category.code`,
  )
  return many(statement, readCategory)
}

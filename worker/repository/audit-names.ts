import type { Locale } from '../../shared/domain/locale.ts'
import { auditPage, type AuditFilter } from './audit-entries.ts'
import { namesOfWords, readNamesOfWords, type Names } from './names.ts'
import type { Database, Query } from './query.ts'

/** The parts of a text as rows. Quoted first, so that whatever stands in it stays text. @param by two separators */
const partsOf = (text: string, [one, other]: readonly [string, string]) =>
  `json_each('[' || replace(replace(json_quote(${text}), '${one}', '${other}'), '${other}', '","') || ']')`

/**
 * What the entries of the same page speak of, by name: the parts of their subjects, and every text in their details
 * that is the key of something.
 */
export function auditNames(
  db: Database,
  filter: AuditFilter,
  page: { before: number; limit: number },
  locale: Locale,
): Query<Names> {
  const { sql, values } = auditPage(filter, page)
  const statement = db
    .prepare(
      `WITH page AS (${sql}), words (word) AS (
         SELECT part.value FROM page, ${partsOf('page.subject', [':', '~'])} AS part
         UNION
         SELECT part.value FROM page, json_tree(page.detail) AS leaf, ${partsOf('leaf.atom', [' ', ','])} AS part
         WHERE leaf.type = 'text'
       )
       ${namesOfWords('words', locale)}`,
    )
    .bind(...values)
  return readNamesOfWords(statement)
}

import type { Locale } from '../../shared/domain/locale.ts'
import { nameColumn } from './report-columns.ts'

/** Whether the rows of a table have an English name; places and people keep their Chinese one. */
const HAS_ENGLISH = {
  district: true,
  body: true,
  category: true,
  category_group: true,
  street: false,
  station: false,
  deputy: false,
} as const

/** The column with a row's name in the reader's language, for the column list of a query. */
export function localName(table: keyof typeof HAS_ENGLISH, locale: Locale): string {
  return `${table}.${nameColumn(locale, HAS_ENGLISH[table])}`
}

import type { Locale } from '../../shared/domain/locale.ts'

/** Tables whose rows have an English name besides the two Chinese ones. */
const WITH_ENGLISH = ['district', 'body', 'category', 'category_group'] as const
/** Tables with Chinese names only: places and people are not translated. */
const CHINESE_ONLY = ['street', 'station', 'deputy'] as const

type NamedTable = (typeof WITH_ENGLISH)[number] | (typeof CHINESE_ONLY)[number]

/** The column with a row's name in the reader's language, for the column list of a query. */
export function localName(table: NamedTable, locale: Locale): string {
  if (locale === 'zh-hant') return `${table}.name_hant`
  if (locale === 'en' && (WITH_ENGLISH as readonly string[]).includes(table)) return `${table}.name_en`
  return `${table}.name`
}

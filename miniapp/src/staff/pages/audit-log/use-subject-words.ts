import type { AuditEntry } from '@shared/contract/audit.ts'
import type { Names } from '@shared/contract/reference.ts'
import { CITY_TABLE_SHAPES, CITY_TABLES, type CityTable } from '@shared/domain/city-tables.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'
import { type StaffTextKey, staffZhHans } from '../../locale/zh-hans'
import { useRowWords } from '../../components/words/use-row-words'

interface Help {
  t: StaffTranslate
  names: Names
  /** the title of a row of the city's tables */
  rowTitle: (table: CityTable, id: string) => string
  /** who did it */
  actorId: string | null
}

/** What an entry is about, by the kind that its subject begins with. */
const KINDS: Record<string, (key: string, help: Help) => string> = {
  account: accountWords,
  report: (number, { t }) => t('staff.audit.what.report', { number: formatReportNumber(number) }),
  station: (number, { t, names }) =>
    t('staff.audit.what.station', { number, name: names.stations?.[number] ?? '' }),
  category: (code, { t, names }) =>
    code === '*'
      ? t('staff.city.all-categories')
      : t('staff.audit.what.category', { name: names.categories?.[code] ?? code }),
  calendar: (year, { t }) => t('staff.audit.what.year', { year }),
  template: (code, { t, names }) => named(names.templates?.[code] ?? code, t),
  webhook: (id, { t, names }) => named(names.webhooks?.[id] ?? id, t),
  'api-key': (id, { t, names }) => named(names['api-keys']?.[id] ?? id, t),
  switch: (name, { t }) => {
    const key = `staff.switch.${name}`
    return named(key in staffZhHans ? t(key as StaffTextKey) : name, t)
  },
  city: (key, { t, rowTitle }) => {
    const [asked = '', ...id] = key.split(':')
    const table = CITY_TABLES.find((one) => one === asked)
    if (!table) return asked
    const words = t(`staff.city.table.${table}`)
    if (id.length === 0) return t('staff.audit.what.table', { table: words })
    return t('staff.audit.what.row', { table: words, name: rowTitle(table, id.join(':')) })
  },
}

const named = (name: string, t: StaffTranslate) => t('staff.audit.what.named', { name })

function accountWords(id: string, { t, names, actorId }: Help): string {
  if (id === '') return t('staff.audit.what.account.none')
  if (id === actorId) return t('staff.audit.what.account.own')
  const name = names.accounts?.[id]
  return name ? t('staff.audit.what.account', { name }) : t('staff.audit.what.account.some')
}

/** A row by its id: what stands in its key, and its name where the server knows it. */
function rowOf(table: CityTable, id: string, names: Names) {
  const parts = id.split('~')
  const cells = CITY_TABLE_SHAPES[table].key.map((name, at) => [name, parts[at] || null] as const)
  const called = names[table]?.[id]
  return { ...Object.fromEntries(cells), ...(called && { name: called, nameHant: called, nameEn: called }) }
}

/** What an entry is about, as people call it: `station:0001` as the name of that station. */
export function useSubjectWords(names: Names): (entry: AuditEntry) => string {
  const t = useStaffText()
  const title = useRowTitle(names)
  return ({ subject, actor }) => {
    const [kind = '', ...key] = subject.split(':')
    const help = { t, names, rowTitle: title, actorId: actor.id }
    return KINDS[kind]?.(key.join(':'), help) ?? key.join(':')
  }
}

function useRowTitle(names: Names) {
  const limits = useRowWords('limits', names)
  const rules = useRowWords('routing-rules', names)
  const others = useRowWords('stations', names)
  return (table: CityTable, id: string): string => {
    const row = rowOf(table, id, names)
    if (table === 'limits') return limits(row).title
    if (table === 'routing-rules') return rules(row).title
    return 'name' in row ? others(row).title : id
  }
}

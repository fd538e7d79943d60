import type { AuditEntry } from '@shared/contract/audit.ts'
import type { Names } from '@shared/contract/reference.ts'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'
import { type StaffTextKey, staffZhHans } from '../../locale/zh-hans'
import { useWebhookWords } from '../../components/words/use-webhook-words'

interface Row {
  label: string
  value: string
}

/** What in the details is the key of something, and of which kind. */
const KINDS: Record<string, string> = {
  district: 'districts',
  districtCode: 'districts',
  body: 'bodies',
  bodyCode: 'bodies',
  station: 'stations',
  category: 'categories',
  categoryCode: 'categories',
  deputies: 'deputies',
  streetCode: 'streets',
  stationNumber: 'stations',
  groupCode: 'category-groups',
  actor: 'accounts',
}

/** What the details say in words that other pages have too. */
const ELSEWHERE: Record<string, readonly string[]> = {
  role: ['staff.role'],
  state: ['report.state'],
  action: ['staff.audit', 'staff.city.choice'],
  events: ['staff.hooks.event'],
  columns: ['staff.city.field'],
  level: ['staff.city.choice'],
  kind: ['staff.city.choice'],
  complexity: ['staff.city.choice'],
  step: ['staff.city.choice'],
  icon: ['staff.city.icon'],
}

/** The first of some texts that there is; undefined for none. */
function known(t: StaffTranslate, keys: readonly string[]): string | undefined {
  const key = keys.find((one) => one in staffZhHans || one.startsWith('report.state.'))
  return key && t(key as StaffTextKey)
}

function wordOf(name: string, one: string, names: Names, t: StaffTranslate): string {
  const kind = KINDS[name]
  if (one === '*') return t('staff.city.all-categories')
  if (kind) return names[kind]?.[one] ?? one
  const elsewhere = (ELSEWHERE[name] ?? []).map((area) => `${area}.${one}`)
  return known(t, [`staff.audit.value.${name}.${one}`, ...elsewhere]) ?? one
}

/** Several keys or words may stand in one text; what somebody wrote stays whole. */
function partsOf(name: string, text: string): string[] {
  if (name in KINDS) return text.split(/[ ,]/)
  return name in ELSEWHERE ? text.split(',') : [text]
}

/** A value as people say it. */
function valueWords(name: string, value: unknown, names: Names, t: StaffTranslate): string {
  if (value === null) return t('staff.audit.value.none')
  if (typeof value === 'boolean') return t(`staff.audit.value.${value}`)
  if (name === 'days' && Array.isArray(value)) return t('staff.audit.value.days', { n: value.length })
  if (typeof value === 'number') return String(value)
  const parts = Array.isArray(value) ? value.map(String) : partsOf(name, String(value))
  return parts.map((one) => wordOf(name, one, names, t)).join(t('report.comma'))
}

/**
 * What else is known of an entry, each named: and the rest, which nobody has named yet, as it is kept.
 * What it was before a change stands before what it was changed to.
 */
export function useDetailRows(names: Names): (detail: AuditEntry['detail']) => { rows: Row[]; rest: string } {
  const t = useStaffText()
  const hooks = useWebhookWords()
  const rowOf = (name: string, value: unknown): Row | null => {
    const label = known(t, [`staff.audit.detail.${name}`, `staff.city.field.${name}`])
    if (label === undefined) return null
    if (name === 'problem')
      return {
        label,
        value: value === null ? t('staff.audit.value.delivered') : hooks.problem(String(value)),
      }
    return { label, value: valueWords(name, value, names, t) }
  }
  /** The cells of a row before or after a change, each labelled as such. */
  const cells = (row: unknown, side: 'before' | 'after'): Row[] =>
    Object.entries((row ?? {}) as AuditEntry['detail']).flatMap(([name, value]) => {
      const one = rowOf(name, value)
      return one ? [{ ...one, label: t(`staff.audit.${side}`, { label: one.label }) }] : []
    })
  return ({ before, after, reason: _, ...detail }) => {
    const entries = Object.entries(detail)
    const rest = Object.fromEntries(entries.filter(([name, value]) => rowOf(name, value) === null))
    return {
      rows: [
        ...cells(before, 'before'),
        ...cells(after, 'after'),
        ...entries.flatMap(([name, value]) => rowOf(name, value) ?? []),
      ],
      rest: Object.keys(rest).length === 0 ? '' : JSON.stringify(rest),
    }
  }
}

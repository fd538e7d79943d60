import type { Names } from '@shared/contract/reference.ts'
import { cityRowId, type CityRow, type CityTable, type Referred } from '@shared/domain/city-tables.ts'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { useChoiceWords } from './use-choice-words'

type Cells = Record<string, string | null | undefined>

interface Help {
  t: StaffTranslate
  choice: (one: string) => string
  /** what a code stands for; '' for none */
  named: (kind: Referred, code: string | null | undefined) => string
}
type Words = (row: Cells, help: Help) => (string | null | undefined)[]

const category = (code: string | null | undefined, { t, named }: Help) =>
  code === '*' ? t('staff.city.all-categories') : named('categories', code)

/** What a row is called, where it is not by its name. */
const TITLES: Partial<Record<CityTable, Words>> = {
  limits: ({ categoryCode, step }, help) => [category(categoryCode, help), help.choice(step ?? '')],
  'routing-rules': ({ categoryCode, districtCode, streetCode }, help) => [
    category(categoryCode, help),
    help.named('districts', districtCode),
    help.named('streets', streetCode),
  ],
}

/** What tells it from the others. */
const NOTES: Record<CityTable, Words> = {
  stations: ({ number, districtCode, streetCode }, { named }) => [
    number,
    named('districts', districtCode),
    named('streets', streetCode),
  ],
  deputies: ({ level, stationNumber, id }, { choice, named }) => [
    choice(level ?? ''),
    [stationNumber, named('stations', stationNumber)].join(' '),
    id,
  ],
  bodies: ({ kind, districtCode, streetCode, code }, { t, choice, named }) => [
    choice(kind ?? ''),
    named('districts', districtCode) || t('staff.city.pick.whole'),
    named('streets', streetCode),
    code,
  ],
  categories: ({ groupCode, code }, { named }) => [named('category-groups', groupCode), code],
  limits: ({ complexity, step, days }, { t, choice }) => [
    // The rating window is for people, who have weekends too.
    t(step === 'rating' ? 'staff.city.days' : 'staff.city.working-days', { n: days ?? '' }),
    complexity === '*' ? t('staff.city.all-complexities') : choice(complexity ?? ''),
  ],
  'routing-rules': ({ bodyCode, streetCode }, { t, named }) => [
    t('staff.city.goes-to', { body: named('bodies', bodyCode) }),
    streetCode ? null : t('staff.city.pick.whole-district'),
  ],
  templates: ({ action, bodyCode, stationNumber, code, active }, { t, choice, named }) => [
    choice(action ?? ''),
    named('bodies', bodyCode) || named('stations', stationNumber) || t('staff.city.template.whole'),
    code,
    active ? null : t('staff.city.template.off'),
  ],
}

const NAME_IN = { 'zh-hans': 'name', 'zh-hant': 'nameHant', en: 'nameEn' } as const

/** What a row is called in a list, and what tells it from the others. */
export function useRowWords(
  table: CityTable,
  names: Names,
): (row: CityRow) => { title: string; note: string } {
  const t = useStaffText()
  const choice = useChoiceWords()
  const locale = useLocale()
  const named: Help['named'] = (kind, code) => (code ? (names[kind]?.[code] ?? code) : '')
  const help = { t, choice, named }
  return (row) => {
    const cells = row as Cells
    const joined = (words: Words | undefined) => words?.(cells, help).filter(Boolean).join(' · ')
    const name = cells[NAME_IN[locale]] ?? cells.name
    return {
      title: joined(TITLES[table]) ?? name ?? cityRowId(table, row),
      note: joined(NOTES[table]) ?? '',
    }
  }
}

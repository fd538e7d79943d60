import { cityRowId, type CityRow, type CityTable } from '@shared/domain/city-tables.ts'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'
import { useChoiceWords } from './use-choice-words'

type Words = (
  row: Record<string, string | null>,
  t: StaffTranslate,
  choice: (one: string) => string,
) => string

/** What a row is called, where it is not by its name. */
const TITLES: Partial<Record<CityTable, Words>> = {
  limits: ({ step, complexity }, _t, choice) => `${choice(step ?? '')} · ${choice(complexity ?? '')}`,
  'routing-rules': ({ bodyCode }) => bodyCode ?? '',
}

/** What tells it from the others, where it is not its key. */
const NOTES: Partial<Record<CityTable, Words>> = {
  limits: ({ categoryCode, days }, t, choice) =>
    `${categoryCode === '*' ? choice('*') : categoryCode} · ${t('staff.city.days', { n: days ?? '' })}`,
  templates: ({ action, bodyCode, stationNumber, code, active }, t, choice) => {
    const office = bodyCode ?? stationNumber ?? t('staff.city.template.whole')
    const off = active ? null : t('staff.city.template.off')
    return [choice(action ?? ''), office, code, off].filter(Boolean).join(' · ')
  },
}

/** What a row is called in a list, and what tells it from the others. */
export function useRowWords(table: CityTable): (row: CityRow) => { title: string; note: string } {
  const t = useStaffText()
  const choice = useChoiceWords()
  return (row) => {
    const cells = row as Record<string, string | null>
    const id = cityRowId(table, row).split('~').filter(Boolean).join(' · ')
    return {
      title: TITLES[table]?.(cells, t, choice) ?? cells.name ?? id,
      note: NOTES[table]?.(cells, t, choice) ?? id,
    }
  }
}

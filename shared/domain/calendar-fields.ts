import type { CityField } from './city-tables.ts'

/** The columns of the calendar as CSV: one line a day that is not what its weekday says. */
export const CALENDAR_FIELDS: readonly CityField[] = [
  { name: 'date', kind: 'text' },
  { name: 'kind', kind: 'choice', choices: ['holiday', 'workday'] },
  { name: 'name', kind: 'text' },
  { name: 'source', kind: 'text' },
]

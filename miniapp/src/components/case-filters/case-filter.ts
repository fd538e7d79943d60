import { BATCHES, type CaseBatch, type CaseTheme, THEMES } from '@shared/cases/reform-case.ts'

/** What the library is narrowed to; the same names as in the address and in the API. */
export interface CaseFilter {
  q: string
  batch: CaseBatch | ''
  theme: CaseTheme | ''
  /** a district's code, from a case's own page */
  district: string
}

export const NO_FILTER: CaseFilter = { q: '', batch: '', theme: '', district: '' }

/** Reads the address; what no case can have is left out. */
export function filterFrom(query: Record<string, string | undefined>): CaseFilter {
  return {
    q: (query.q ?? '').slice(0, 40),
    batch: BATCHES.find((one) => one === query.batch) ?? '',
    theme: THEMES.find((one) => one === query.theme) ?? '',
    district: /^\d{6}$/.test(query.district ?? '') ? (query.district ?? '') : '',
  }
}

export function isFiltered({ q, batch, theme, district }: CaseFilter): boolean {
  return q.trim() !== '' || batch !== '' || theme !== '' || district !== ''
}

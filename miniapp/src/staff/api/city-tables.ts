import type { CityImportAnswer } from '@shared/contract/city-table.ts'
import type { Names, Reference, ReferenceList } from '@shared/contract/reference.ts'
import type { CityRow, CityTable, Referred } from '@shared/domain/city-tables.ts'
import { apiBase, request } from '@/api/client'
import { asStaff } from './as-staff'

const pathOf = (table: CityTable) => `/api/v1/admin/${table}`

export interface CityRowList {
  items: CityRow[]
  nextCursor: string | null
  /** what the rows refer to, by name */
  names: Names
}

/** A file that a browser saves; the session's cookie goes along. */
export function cityExportAddress(table: CityTable): string {
  return `${apiBase}${pathOf(table)}/export`
}

export function listCityRows(
  table: CityTable,
  query: { q?: string; cursor?: string },
  signal?: AbortSignal,
): Promise<CityRowList> {
  return asStaff(request({ path: pathOf(table), query, signal }))
}

/** What a form may refer to, by name. */
export async function listReferences(
  kind: Referred,
  query: { q?: string; district?: string; limit?: number },
  signal?: AbortSignal,
): Promise<Reference[]> {
  const answer = request<ReferenceList>({ path: `/api/v1/admin/references/${kind}`, query, signal })
  return (await asStaff(answer)).items
}

/** @throws ApiError 422 with the columns that are wrong */
export function saveCityRow(table: CityTable, id: string | null, row: CityRow): Promise<CityRow> {
  if (id === null) return asStaff(request({ method: 'POST', path: pathOf(table), body: row }))
  return asStaff(request({ method: 'PATCH', path: `${pathOf(table)}/${encodeURIComponent(id)}`, body: row }))
}

/** @param apply false: only says what it would do */
export function importCityTable(table: CityTable, csv: string, apply: boolean): Promise<CityImportAnswer> {
  return asStaff(
    request({
      method: 'POST',
      path: `${pathOf(table)}/import`,
      query: { apply },
      body: csv,
      bodyType: 'text/csv; charset=utf-8',
      timeout: 60_000,
    }),
  )
}

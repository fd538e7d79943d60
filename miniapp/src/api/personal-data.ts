import type {
  ErasedAll,
  ErasureAnswer,
  ErasureRequest,
  PersonalData,
  ReportPersonalData,
} from '@shared/contract/personal-data.ts'
import { request } from './client'

const ALL = '/api/v1/personal-data'
const pathOf = (number: string, part: string) => `/api/v1/reports/${encodeURIComponent(number)}/${part}`

/** What is kept of the person who filed a report. @throws ApiError 403 or 404 for anybody else */
export function readReportData(number: string, queryCode: string | null): Promise<ReportPersonalData> {
  return request({ path: pathOf(number, 'personal-data'), queryCode: queryCode ?? undefined })
}

export function askErasure(
  number: string,
  queryCode: string | null,
  body: ErasureRequest,
): Promise<ErasureAnswer> {
  return request({
    method: 'POST',
    path: pathOf(number, 'erasure'),
    body,
    queryCode: queryCode ?? undefined,
  })
}

/** Everything that is kept of this device, all pages of it. */
export async function readAllData(): Promise<PersonalData> {
  const first = await readPage('')
  const items = [...first.items]
  let cursor = first.nextCursor
  while (cursor !== null) {
    const page = await readPage(cursor)
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return { ...first, items, nextCursor: null }
}

function readPage(cursor: string): Promise<PersonalData> {
  return request({ path: ALL, query: { cursor } })
}

export function eraseAllData(): Promise<ErasedAll> {
  return request({ method: 'DELETE', path: ALL })
}

import type { DemandList, WishAnswer } from '@shared/contract/case-wish.ts'
import type { CaseList, ShownCase } from '@shared/contract/reform-case.ts'
import { request } from './client'
import { withDeviceSession } from './session'

const PATH = '/api/v1/cases'
const pathOf = (slug: string) => `${PATH}/${encodeURIComponent(slug)}`

/** All of them: the app narrows the list by itself, with a network or without. @throws ApiError */
export function listCases(signal?: AbortSignal): Promise<CaseList> {
  return request<CaseList>({ path: PATH, signal })
}

/** One case, whole. @throws ApiError 404 */
export function getCase(slug: string, signal?: AbortSignal): Promise<ShownCase> {
  return request<ShownCase>({ path: pathOf(slug), signal })
}

/** Which cases are wanted where. @throws ApiError */
export function listDemand(signal?: AbortSignal): Promise<DemandList> {
  return request<DemandList>({ path: `${PATH}/demand`, signal })
}

/** Where this device's owner wants a case. @throws ApiError */
export function readWishes(slug: string, signal?: AbortSignal): Promise<WishAnswer> {
  return request<WishAnswer>({ path: `${pathOf(slug)}/wishes`, signal })
}

/** Wants a case in a district, by its code; null takes the wish back. @throws ApiError */
export function wishForCase(slug: string, district: string | null): Promise<WishAnswer> {
  const path = `${pathOf(slug)}/wishes`
  return withDeviceSession(() =>
    district === null
      ? request<WishAnswer>({ method: 'DELETE', path })
      : request<WishAnswer>({ method: 'POST', path, body: { district } }),
  )
}

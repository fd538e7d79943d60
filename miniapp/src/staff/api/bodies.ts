import type { Body, BodyListQuery } from '@shared/contract/category.ts'
import { request } from '@/api/client'
import { asStaff } from './as-staff'

/** Who can be made responsible; the one the routing rules name comes first, then the office of the street. */
export async function listBodies(query: BodyListQuery, signal?: AbortSignal): Promise<Body[]> {
  const answer = request<{ items: Body[] }>({ path: '/api/v1/bodies', query: { ...query }, signal })
  return (await asStaff(answer)).items
}

import type { Body, BodyListQuery } from '@shared/contract/category.ts'
import { staffRequest } from './staff-request'

/** Who can be made responsible; the one the routing rules name comes first, then the office of the street. */
export async function listBodies(query: BodyListQuery, signal?: AbortSignal): Promise<Body[]> {
  return (await staffRequest<{ items: Body[] }>({ path: '/api/v1/bodies', query: { ...query }, signal })).items
}

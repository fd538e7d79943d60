import type { Supervision } from '@shared/contract/supervision.ts'
import { request } from '@/api/client'
import { asStaff } from './as-staff'

/** What is stuck and with whom; of one district, or of the whole field. */
export function getSupervision(district: string, signal?: AbortSignal): Promise<Supervision> {
  return asStaff(request({ path: '/api/v1/supervision', query: { district }, signal }))
}

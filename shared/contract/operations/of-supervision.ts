import { SUPERVISORS } from '../../domain/permissions.ts'
import type { Operation } from '../operation.ts'
import { supervision, supervisionQuery } from '../supervision.ts'

/** What supervisors alone look at. */
export const OF_SUPERVISION: readonly Operation[] = [
  {
    id: 'getSupervision',
    method: 'GET',
    path: '/api/v1/supervision',
    summary: 'What is stuck, and with whom',
    permission: SUPERVISORS,
    query: supervisionQuery,
    answers: { 200: supervision },
    refusals: ['VALIDATION_FAILED'],
  },
]

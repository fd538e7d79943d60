import { ANYBODY, OWN } from '../../domain/permissions.ts'
import { demandList, wishAnswer, wishRequest } from '../case-wish.ts'
import type { Operation } from '../operation.ts'
import { caseList, caseListQuery, reformCase } from '../reform-case.ts'

/** The reform cases, and who wants them where. */
export const OF_CASES: readonly Operation[] = [
  {
    id: 'listCases',
    method: 'GET',
    path: '/api/v1/cases',
    summary: 'The reform cases',
    permission: ANYBODY,
    query: caseListQuery,
    answers: { 200: caseList },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'listDemand',
    method: 'GET',
    path: '/api/v1/cases/demand',
    summary: 'Which cases people want in which district, the most wanted first',
    permission: ANYBODY,
    answers: { 200: demandList },
    refusals: [],
  },
  {
    id: 'getCase',
    method: 'GET',
    path: '/api/v1/cases/:slug',
    summary: 'One reform case',
    permission: ANYBODY,
    answers: { 200: reformCase },
    refusals: [],
  },
  {
    id: 'readWishes',
    method: 'GET',
    path: '/api/v1/cases/:slug/wishes',
    summary: 'Where a case is wanted, and where the caller wants it',
    permission: ANYBODY,
    answers: { 200: wishAnswer },
    refusals: [],
  },
  {
    id: 'wishForCase',
    method: 'POST',
    path: '/api/v1/cases/:slug/wishes',
    summary: 'Says that one wants a case in one’s district; counted once a person',
    permission: ANYBODY,
    body: wishRequest,
    answers: { 200: wishAnswer, 201: wishAnswer },
    refusals: ['SWITCHED_OFF', 'VALIDATION_FAILED', 'PROOF_REQUIRED', 'RATE_LIMITED'],
  },
  {
    id: 'takeWishBack',
    method: 'DELETE',
    path: '/api/v1/cases/:slug/wishes',
    summary: 'Takes that back',
    permission: OWN,
    answers: { 200: wishAnswer },
    refusals: ['RATE_LIMITED'],
  },
]

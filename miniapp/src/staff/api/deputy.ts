import type { DeputyRecord } from '@shared/contract/deputy-record.ts'
import type { ProblemNoteList, ProblemNoteRequest } from '@shared/contract/problem-note.ts'
import { request } from '@/api/client'
import { asStaff } from './as-staff'

const NOTES = '/api/v1/problem-notes'

/** What I noted, latest first. */
export function listProblemNotes(cursor: string, signal?: AbortSignal): Promise<ProblemNoteList> {
  return asStaff(request({ path: NOTES, query: { cursor }, signal }))
}

/** @throws ApiError 422 with `fields` */
export function noteProblem(
  body: ProblemNoteRequest,
  idempotencyKey: string,
): Promise<{ id: string; createdAt: string }> {
  return asStaff(request({ method: 'POST', path: NOTES, body, idempotencyKey }))
}

/** My own year; '' is the present one. */
export function readMyRecord(year: string, signal?: AbortSignal): Promise<DeputyRecord> {
  return asStaff(request({ path: '/api/v1/my-record', query: { year }, signal }))
}

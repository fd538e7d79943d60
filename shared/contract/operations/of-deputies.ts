import { DEPUTIES } from '../../domain/permissions.ts'
import { deputyRecord, deputyRecordQuery } from '../deputy-record.ts'
import type { Operation } from '../operation.ts'
import { problemNoted, problemNoteList, problemNoteListQuery, problemNoteRequest } from '../problem-note.ts'

/** What deputies do besides reports. */
export const OF_DEPUTIES: readonly Operation[] = [
  {
    id: 'listProblemNotes',
    method: 'GET',
    path: '/api/v1/problem-notes',
    summary: 'The common problems I noted, and what became of them',
    permission: DEPUTIES,
    query: problemNoteListQuery,
    answers: { 200: problemNoteList },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'noteProblem',
    method: 'POST',
    path: '/api/v1/problem-notes',
    summary: 'Notes a common problem to the supervisor',
    permission: DEPUTIES,
    body: problemNoteRequest,
    idempotent: 'required',
    answers: { 200: problemNoted, 201: problemNoted },
    refusals: ['VALIDATION_FAILED', 'UNAVAILABLE'],
  },
  {
    id: 'readMyRecord',
    method: 'GET',
    path: '/api/v1/my-record',
    summary: 'What I did in a year, and what came of it',
    permission: DEPUTIES,
    query: deputyRecordQuery,
    answers: { 200: deputyRecord },
    refusals: ['VALIDATION_FAILED'],
  },
]

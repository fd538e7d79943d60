import { STAFF_ANY } from '../../domain/permissions.ts'
import type { Operation } from '../operation.ts'
import {
  countsAnswer,
  countsRequest,
  exportBegun,
  exportPiece,
  exportPieceQuery,
  exportRequest,
} from '../report-lists.ts'

/** What staff do with whole lists of reports. */
export const OF_REPORT_LISTS: readonly Operation[] = [
  {
    id: 'countReports',
    method: 'POST',
    path: '/api/v1/reports/counts',
    summary: 'How many reports several lists have, or how many have come since; counts to 1,001',
    permission: STAFF_ANY,
    body: countsRequest,
    answers: { 200: countsAnswer },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'beginExport',
    method: 'POST',
    path: '/api/v1/reports/exports',
    summary: 'Takes a list out as CSV, piece by piece; goes into the audit log',
    permission: STAFF_ANY,
    body: exportRequest,
    answers: { 201: exportBegun },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'readExportPiece',
    method: 'GET',
    path: '/api/v1/reports/exports/:export',
    summary: 'The next piece of an export of one’s own, as the caller may read it now',
    permission: STAFF_ANY,
    query: exportPieceQuery,
    answers: { 200: exportPiece },
    refusals: ['VALIDATION_FAILED'],
  },
]

import { ADMIN } from '../../domain/permissions.ts'
import { calendarImportAnswer } from '../calendar.ts'
import { cityImportQuery } from '../city-table.ts'
import type { Operation } from '../operation.ts'
import { featureSwitch, switchChange, switchList } from '../switch.ts'

/** What an administrator sets besides the city's tables. */
export const OF_CONFIGURATION: readonly Operation[] = [
  {
    id: 'exportCalendar',
    method: 'GET',
    path: '/api/v1/admin/calendar/export',
    summary: 'The working calendar as CSV',
    permission: ADMIN,
    answers: { 200: 'csv' },
    refusals: [],
  },
  {
    id: 'importCalendar',
    method: 'POST',
    path: '/api/v1/admin/calendar/import',
    summary: 'Takes years from CSV: a preview, or all or nothing with `apply=true`',
    permission: ADMIN,
    query: cityImportQuery,
    body: 'csv',
    answers: { 200: calendarImportAnswer },
    refusals: ['VALIDATION_FAILED', 'PAYLOAD_TOO_LARGE'],
  },
  {
    id: 'listSwitches',
    method: 'GET',
    path: '/api/v1/admin/switches',
    summary: 'What can be turned off, and what is',
    permission: ADMIN,
    answers: { 200: switchList },
    refusals: [],
  },
  {
    id: 'changeSwitch',
    method: 'PATCH',
    path: '/api/v1/admin/switches/:name',
    summary: 'Turns something off, or on again',
    permission: ADMIN,
    body: switchChange,
    answers: { 200: featureSwitch },
    refusals: ['VALIDATION_FAILED'],
  },
]

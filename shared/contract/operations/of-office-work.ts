import { OWN_OFFICE, OWN_STATION, STAFF_ANY } from '../../domain/permissions.ts'
import { answerTemplate, answerTemplateList, templateQuery, templateWords } from '../answer-template.ts'
import { dutyChange, dutyQuery, dutyRoster } from '../duty.ts'
import type { Operation } from '../operation.ts'

/** What offices use day by day beside the reports themselves. */
export const OF_OFFICE_WORK: readonly Operation[] = [
  {
    id: 'listTemplates',
    method: 'GET',
    path: '/api/v1/templates',
    summary: 'Ready words of the city and of one’s own office for a form',
    permission: STAFF_ANY,
    query: templateQuery,
    answers: { 200: answerTemplateList },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'keepTemplate',
    method: 'PUT',
    path: '/api/v1/templates/:id',
    summary: 'Keeps ready words of one’s own office, under an id that the client chooses',
    permission: OWN_OFFICE,
    body: templateWords,
    answers: { 200: answerTemplate },
    refusals: ['NOT_FOUND', 'VALIDATION_FAILED'],
  },
  {
    id: 'removeTemplate',
    method: 'DELETE',
    path: '/api/v1/templates/:id',
    summary: 'No longer offers ready words of one’s own office',
    permission: OWN_OFFICE,
    answers: { 204: 'empty' },
    refusals: ['NOT_FOUND'],
  },
  {
    id: 'readDuty',
    method: 'GET',
    path: '/api/v1/stations/:code/duty',
    summary: 'Which deputies are on duty on which day',
    permission: OWN_STATION,
    query: dutyQuery,
    answers: { 200: dutyRoster },
    refusals: ['STATION_UNKNOWN', 'VALIDATION_FAILED'],
  },
  {
    id: 'changeDuty',
    method: 'PUT',
    path: '/api/v1/stations/:code/duty',
    summary: 'Says who is on duty on a day',
    permission: OWN_STATION,
    body: dutyChange,
    answers: { 200: dutyRoster },
    refusals: ['STATION_UNKNOWN', 'VALIDATION_FAILED'],
  },
]

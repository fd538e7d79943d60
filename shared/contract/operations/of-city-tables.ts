import { CITY_TABLES, REFERRED } from '../../domain/city-tables.ts'
import { ADMIN } from '../../domain/permissions.ts'
import {
  cityImportAnswer,
  cityImportQuery,
  cityRow,
  cityRowChange,
  cityRowList,
  cityTableQuery,
} from '../city-table.ts'
import type { Operation } from '../operation.ts'
import { referenceList, referenceQuery } from '../reference.ts'

const nameOf = (table: string) =>
  table
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

const OF_EACH_TABLE = CITY_TABLES.flatMap((table): Operation[] => {
  const path = `/api/v1/admin/${table}`
  const name = nameOf(table)
  return [
    {
      id: `listCity${name}`,
      method: 'GET',
      path,
      summary: `The city’s ${table}`,
      permission: ADMIN,
      query: cityTableQuery,
      answers: { 200: cityRowList(table) },
      refusals: ['VALIDATION_FAILED'],
    },
    {
      id: `addCity${name}`,
      method: 'POST',
      path,
      summary: `Adds one of the ${table}`,
      permission: ADMIN,
      body: cityRow(table),
      answers: { 201: cityRow(table) },
      refusals: ['VALIDATION_FAILED'],
    },
    {
      id: `changeCity${name}`,
      method: 'PATCH',
      path: `${path}/:id`,
      summary: `Changes one of the ${table}`,
      permission: ADMIN,
      body: cityRowChange(table),
      answers: { 200: cityRow(table) },
      refusals: ['VALIDATION_FAILED'],
    },
    {
      id: `exportCity${name}`,
      method: 'GET',
      path: `${path}/export`,
      summary: `All ${table} as CSV`,
      permission: ADMIN,
      answers: { 200: 'csv' },
      refusals: [],
    },
    {
      id: `importCity${name}`,
      method: 'POST',
      path: `${path}/import`,
      summary: `Takes ${table} from CSV: a preview, or all or nothing with \`apply=true\``,
      permission: ADMIN,
      query: cityImportQuery,
      body: 'csv',
      answers: { 200: cityImportAnswer },
      refusals: ['VALIDATION_FAILED', 'PAYLOAD_TOO_LARGE'],
    },
  ]
})

/** What a city consists of, table by table: read, added to, changed, taken out and taken in as CSV. */
export const OF_CITY_TABLES: readonly Operation[] = [
  ...OF_EACH_TABLE,
  {
    id: 'listReferences',
    method: 'GET',
    path: '/api/v1/admin/references/:kind',
    summary: `What a form may refer to, by name: ${REFERRED.join(', ')}`,
    permission: ADMIN,
    query: referenceQuery,
    answers: { 200: referenceList },
    refusals: ['VALIDATION_FAILED', 'NOT_FOUND'],
  },
]

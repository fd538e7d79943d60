import type { Operation } from '../operation.ts'
import { FOR_ANYBODY } from './for-anybody.ts'
import { OF_CASES } from './of-cases.ts'
import { OF_CITY_TABLES } from './of-city-tables.ts'
import { OF_CONFIGURATION } from './of-configuration.ts'
import { OF_DEPUTIES } from './of-deputies.ts'
import { OF_DOORS } from './of-doors.ts'
import { OF_OFFICE_WORK } from './of-office-work.ts'
import { OF_OFFICES } from './of-offices.ts'
import { OF_OPEN_DATA } from './of-open-data.ts'
import { OF_REPORT_LISTS } from './of-report-lists.ts'
import { OF_REPORTS } from './of-reports.ts'
import { OF_SESSIONS } from './of-sessions.ts'
import { OF_SUPERVISION } from './of-supervision.ts'

/**
 * Every operation of the API: the one list from which the permission matrix is enforced and tested, and from which the
 * published description is made. A route without a row is refused.
 */
export const OPERATIONS: readonly Operation[] = [
  ...FOR_ANYBODY,
  ...OF_CASES,
  ...OF_SESSIONS,
  ...OF_REPORTS,
  ...OF_REPORT_LISTS,
  ...OF_OFFICES,
  ...OF_SUPERVISION,
  ...OF_OFFICE_WORK,
  ...OF_CITY_TABLES,
  ...OF_OPEN_DATA,
  ...OF_DEPUTIES,
  ...OF_DOORS,
  ...OF_CONFIGURATION,
]

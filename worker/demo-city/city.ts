import { buildAccounts } from './accounts.ts'
import { API_KEYS, APP_ACCOUNTS } from './api-keys.ts'
import { buildAnswerTemplates } from './answer-templates.ts'
import { buildBodies } from './bodies.ts'
import { buildCategories, buildCategoryGroups } from './categories.ts'
import { CITY_NOTICE } from './city-notice.ts'
import type { City } from './city-shape.ts'
import { DEADLINE_LIMITS } from './deadline-limits.ts'
import { buildDeputies } from './deputies.ts'
import { DISTRICTS } from './districts.ts'
import { buildRoutingRules } from './routing-rules.ts'
import { buildStations } from './stations.ts'
import { listStreetRows } from './streets.ts'

/** The demonstration city, whole and always the same. Pure: no clock, no chance, no I/O. */
export function buildCity(): City {
  const districts = [...DISTRICTS]
  const streetRows = listStreetRows()
  const stations = buildStations(districts, streetRows)
  const deputies = buildDeputies(stations, streetRows)
  return {
    districts,
    streets: streetRows.map(({ pinyin: _, ...street }) => street),
    stations,
    deputies,
    bodies: buildBodies(districts, streetRows),
    categoryGroups: buildCategoryGroups(),
    categories: buildCategories(),
    deadlineLimits: [...DEADLINE_LIMITS],
    routingRules: buildRoutingRules(districts, streetRows),
    answerTemplates: buildAnswerTemplates(),
    accounts: buildAccounts(deputies),
    appAccounts: APP_ACCOUNTS,
    apiKeys: API_KEYS,
    notice: CITY_NOTICE,
  }
}

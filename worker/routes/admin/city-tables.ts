import { Hono } from 'hono'
import {
  cityImportQuery,
  cityRow,
  cityRowChange,
  cityTableQuery,
} from '../../../shared/contract/city-table.ts'
import { CITY_TABLES, type CityRow, type CityTable } from '../../../shared/domain/city-tables.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { answerCsv } from '../../middleware/csv-file.ts'
import { parseCsv } from '../../middleware/parse-csv.ts'
import { parseJson, parseQuery } from '../../middleware/parse.ts'
import { exportCityTable, importCityTable } from '../../use-cases/city-table/csv-file.ts'
import { addCityRow, changeCityRow, listCityRows } from '../../use-cases/city-table/rows.ts'

/** `/api/v1/admin/stations` and its six sisters: what a city consists of, for the administrator. */
export const cityTables = new Hono<AppEnv>()

function routesOf(table: CityTable): Hono<AppEnv> {
  const row = cityRow(table)
  const change = cityRowChange(table)
  const routes = new Hono<AppEnv>()
  routes.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  routes.get('/', async (c) => c.json(await listCityRows(c.get('ctx'), table, parseQuery(c, cityTableQuery))))
  routes.get('/export', async (c) => answerCsv(c, await exportCityTable(c.get('ctx'), table), table))
  routes.post('/import', async (c) => {
    const { apply } = parseQuery(c, cityImportQuery)
    return c.json(await importCityTable(c.get('ctx'), table, await parseCsv(c), apply === 'true'))
  })
  routes.post('/', async (c) =>
    c.json(await addCityRow(c.get('ctx'), table, (await parseJson(c, row)) as CityRow), 201),
  )
  routes.patch('/:id', async (c) => {
    const part = (await parseJson(c, change)) as CityRow
    return c.json(await changeCityRow(c.get('ctx'), table, c.req.param('id'), part))
  })
  return routes
}

for (const table of CITY_TABLES) cityTables.route(`/${table}`, routesOf(table))

import { Hono } from 'hono'
import { calendarChangeRequest, calendarYearRequest } from '../../../shared/contract/calendar.ts'
import { cityImportQuery } from '../../../shared/contract/city-table.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { answerCsv } from '../../middleware/csv-file.ts'
import { parseCsv } from '../../middleware/parse-csv.ts'
import { parseJson, parseQuery } from '../../middleware/parse.ts'
import { addYear } from '../../use-cases/calendar/add-year.ts'
import { changeYear } from '../../use-cases/calendar/change-year.ts'
import { exportCalendar, importCalendar } from '../../use-cases/calendar/csv-file.ts'
import { listCalendar } from '../../use-cases/calendar/list-calendar.ts'

/** `/api/v1/admin/calendar`: the days by which working days are counted. */
export const calendar = new Hono<AppEnv>()

calendar.use(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

calendar.get('/', async (c) => c.json(await listCalendar(c.get('ctx'))))

calendar.get('/export', async (c) => answerCsv(c, await exportCalendar(c.get('ctx')), 'calendar'))

calendar.post('/import', async (c) => {
  const { apply } = parseQuery(c, cityImportQuery)
  return c.json(await importCalendar(c.get('ctx'), await parseCsv(c), apply === 'true'))
})

calendar.post('/', async (c) =>
  c.json(await addYear(c.get('ctx'), await parseJson(c, calendarYearRequest)), 201),
)

calendar.patch('/:year', async (c) =>
  c.json(await changeYear(c.get('ctx'), c.req.param('year'), await parseJson(c, calendarChangeRequest))),
)

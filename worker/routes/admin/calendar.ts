import { Hono } from 'hono'
import { calendarChangeRequest, calendarYearRequest } from '../../../shared/contract/calendar.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { parseJson } from '../../middleware/parse.ts'
import { addYear } from '../../use-cases/calendar/add-year.ts'
import { changeYear } from '../../use-cases/calendar/change-year.ts'
import { listCalendar } from '../../use-cases/calendar/list-calendar.ts'

/** `/api/v1/admin/calendar`: the days by which working days are counted. */
export const calendar = new Hono<AppEnv>()

calendar.use(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

calendar.get('/', async (c) => c.json(await listCalendar(c.get('ctx'))))

calendar.post('/', async (c) =>
  c.json(await addYear(c.get('ctx'), await parseJson(c, calendarYearRequest)), 201),
)

calendar.patch('/:year', async (c) =>
  c.json(await changeYear(c.get('ctx'), c.req.param('year'), await parseJson(c, calendarChangeRequest))),
)

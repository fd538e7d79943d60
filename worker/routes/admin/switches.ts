import { Hono } from 'hono'
import { switchChange } from '../../../shared/contract/switch.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { parseJson } from '../../middleware/parse.ts'
import { changeSwitch } from '../../use-cases/switch/change-switch.ts'
import { listSwitches } from '../../use-cases/switch/list-switches.ts'

/** `/api/v1/admin/switches`: what a city turns off. */
export const switches = new Hono<AppEnv>()
  .get('/', async (c) => c.json(await listSwitches(c.get('ctx')), 200, { 'Cache-Control': 'no-store' }))
  .patch('/:name', async (c) =>
    c.json(await changeSwitch(c.get('ctx'), c.req.param('name'), await parseJson(c, switchChange))),
  )

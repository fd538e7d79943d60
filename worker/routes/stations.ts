import { Hono } from 'hono'
import { stationListQuery } from '../../shared/contract/station.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseQuery } from '../middleware/parse.ts'
import { getStation } from '../use-cases/station/get-station.ts'
import { listStations } from '../use-cases/station/list-stations.ts'

/** `/api/v1/stations`: the liaison stations, for anyone. */
export const stations = new Hono<AppEnv>()

stations.get('/', async (c) => c.json(await listStations(c.get('ctx'), parseQuery(c, stationListQuery))))

stations.get('/:code', async (c) => c.json(await getStation(c.get('ctx'), c.req.param('code'))))

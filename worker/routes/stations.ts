import { Hono, type Context } from 'hono'
import { dutyChange, dutyQuery } from '../../shared/contract/duty.ts'
import { stationListQuery } from '../../shared/contract/station.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJson, parseQuery } from '../middleware/parse.ts'
import { renewStationCode, revokeStationCode } from '../use-cases/station/change-code.ts'
import { changeDuty, readDuty } from '../use-cases/station/duty.ts'
import { getStation } from '../use-cases/station/get-station.ts'
import { drawPoster, drawStationCode } from '../use-cases/station/poster.ts'
import { readScans } from '../use-cases/station/scans.ts'
import { listStations } from '../use-cases/station/list-stations.ts'

/** `/api/v1/stations`: the liaison stations, for anyone. */
export const stations = new Hono<AppEnv>()

stations.get('/', async (c) => c.json(await listStations(c.get('ctx'), parseQuery(c, stationListQuery))))

/** Where the app is: what is printed leads there. */
const originOf = (c: Context<AppEnv>) => new URL(c.req.url).origin

function answerSvg(c: Context<AppEnv>, svg: string): Response {
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'no-cache' })
}

stations.get('/:code/qr.svg', async (c) =>
  answerSvg(c, await drawStationCode(c.get('ctx'), c.req.param('code'), originOf(c))),
)

stations.get('/:code/poster.svg', async (c) =>
  answerSvg(c, await drawPoster(c.get('ctx'), c.req.param('code'), originOf(c))),
)

stations.get('/:code/scans', async (c) => {
  c.header('Cache-Control', 'no-store')
  return c.json(await readScans(c.get('ctx'), c.req.param('code')))
})

stations.get('/:code/duty', async (c) => {
  c.header('Cache-Control', 'no-store')
  return c.json(await readDuty(c.get('ctx'), c.req.param('code'), parseQuery(c, dutyQuery)))
})

stations.put('/:code/duty', async (c) =>
  c.json(await changeDuty(c.get('ctx'), c.req.param('code'), await parseJson(c, dutyChange))),
)

stations.post('/:code/code', async (c) =>
  c.json(await renewStationCode(c.get('ctx'), c.req.param('code'), originOf(c)), 201),
)

stations.delete('/:code/code', async (c) => {
  await revokeStationCode(c.get('ctx'), c.req.param('code'))
  return c.body(null, 204)
})

stations.get('/:code', async (c) => c.json(await getStation(c.get('ctx'), c.req.param('code'))))

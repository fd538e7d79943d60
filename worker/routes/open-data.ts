import { Hono, type Context } from 'hono'
import { etag } from 'hono/etag'
import { openFiguresQuery, openReportsQuery, reportFeedQuery } from '../../shared/contract/open-data.ts'
import { statisticsQuery } from '../../shared/contract/statistics.ts'
import { LICENCE } from '../../shared/domain/open-data.ts'
import type { AppEnv } from '../middleware/context.ts'
import { answerOpenFile } from '../middleware/open-data.ts'
import { parseQuery } from '../middleware/parse.ts'
import { figuresCsv } from '../use-cases/open-data/figures-csv.ts'
import { reportsAtom } from '../use-cases/open-data/reports-atom.ts'
import { reportsCsv } from '../use-cases/open-data/reports-csv.ts'
import { reportsGeoJson } from '../use-cases/open-data/reports-geojson.ts'
import { statisticsCsv } from '../use-cases/open-data/statistics-csv.ts'
import { getStatistics } from '../use-cases/statistics/get-statistics.ts'

/** `/open-data`: published reports and the figures as files, for anyone and for their programs. */
export const openData = new Hono<AppEnv>()

const CSV = 'text/csv; charset=utf-8'
const originOf = (c: Context) => new URL(c.req.url).origin

openData.get('/reports.csv', async (c) => {
  const file = await reportsCsv(c.get('ctx'), parseQuery(c, openReportsQuery), originOf(c))
  return answerOpenFile(c, { type: CSV, name: 'reports.csv', ...file })
})

openData.get('/reports.geojson', async (c) => {
  const file = await reportsGeoJson(c.get('ctx'), parseQuery(c, openReportsQuery), originOf(c))
  return answerOpenFile(c, { type: 'application/geo+json', ...file })
})

openData.get('/figures.csv', async (c) => {
  const file = await figuresCsv(c.get('ctx'), parseQuery(c, openFiguresQuery))
  return answerOpenFile(c, { type: CSV, name: 'figures.csv', ...file })
})

// Small, and read from counters: the tag is the hash of what is answered.
openData.get('/statistics.csv', etag({ weak: true }), async (c) => {
  const table = await statisticsCsv(c.get('ctx'), parseQuery(c, statisticsQuery))
  return c.body(table, 200, {
    'Content-Type': CSV,
    'Content-Disposition': 'attachment; filename="statistics.csv"',
  })
})

openData.get('/statistics.json', etag({ weak: true }), async (c) =>
  c.json({
    ...(await getStatistics(c.get('ctx'), parseQuery(c, statisticsQuery))),
    licence: LICENCE,
  }),
)

/** `/feeds`: what is new, for feed readers. */
export const feeds = new Hono<AppEnv>()

feeds.get('/reports.atom', async (c) => {
  const file = await reportsAtom(c.get('ctx'), parseQuery(c, reportFeedQuery), originOf(c))
  return answerOpenFile(c, { type: 'application/atom+xml; charset=utf-8', ...file })
})

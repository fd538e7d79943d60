/**
 * Puts the demonstration city into the local database, and reports that have truly gone through the product:
 * every one is filed and moved by the same use cases as a resident's and an officer's, with the clock set back, and
 * the clock takes its own steps in between. May be cut short and run again: it goes on where it was.
 *
 *   npm run seed -- [--persist-to .wrangler/state] [--reports 16720]
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { getPlatformProxy } from 'wrangler'
import type { City } from '../worker/demo-city/city-shape.ts'
import { buildCity } from '../worker/demo-city/city.ts'
import { manyReports } from '../worker/demo-city/many-reports.ts'
import { DEMO_PROBLEMS } from '../worker/demo-city/problem-scripts.ts'
import { DEMO_REPORTS } from '../worker/demo-city/report-scripts.ts'
import { DEMO_WISHES } from '../worker/demo-city/wishes.ts'
import { configFrom, type Env } from '../worker/env.ts'
import { saveSetting, settingByKey } from '../worker/repository/settings.ts'
import { runBatch } from '../worker/repository/query.ts'
import { seedCity } from '../worker/use-cases/city/seed-city.ts'
import { hashPassword } from '../worker/use-cases/session/password.ts'
import { preparingOnce } from './seed/prepare-once.ts'
import { openStage } from './seed/stage.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DEMO_PASSWORD = 'mashang-demo'
/** Reports after which a long seeding remembers how far it is. */
const PART = 200

const { values } = parseArgs({ options: { 'persist-to': { type: 'string' }, reports: { type: 'string' } } })
const state = path.resolve(values['persist-to'] ?? path.join(ROOT, '.wrangler', 'state'))

type Stage = Awaited<ReturnType<typeof openStage>>

/** What is played, where, and the moment it ends at. */
interface Show {
  env: Env
  city: City
  now: number
}

/** Reports on top of the lively set, a part at a time: what is done is remembered and not done again. */
async function playMany(stage: Stage, { env, city, now }: Show, done: number, total: number): Promise<void> {
  for (let from = done; from < total; from += PART) {
    const to = Math.min(from + PART, total)
    await stage.play({ reports: manyReports(city, from, to, total) }, to === total ? now : 0)
    await runBatch(env.DB, [saveSetting(env.DB, 'demo_many', String(to))])
    console.log(`  ${to} of ${total} more reports`)
  }
}

/** Plays what is not played yet, and remembers the moment it began at: in a repeat nothing shifts. */
async function playReports(env: Env, city: City): Promise<void> {
  const settings = ['demo_reports', 'demo_many', 'demo_now'].map((key) => settingByKey(env.DB, key))
  const [lively = null, many, begunAt] = await runBatch(env.DB, settings)
  const done = Number(many ?? 0)
  const more = Number(values.reports ?? 0) - DEMO_REPORTS.length
  if (lively !== null && done >= more) return
  const now = Number(begunAt) || Date.now()
  await runBatch(env.DB, [saveSetting(env.DB, 'demo_now', String(now))])
  const stage = await openStage(env, configFrom(env), city, now)
  if (lively === null) {
    await stage.play({ reports: DEMO_REPORTS, problems: DEMO_PROBLEMS }, now)
    await stage.wish(DEMO_WISHES)
    await stage.planDuty('0001')
    const played = saveSetting(env.DB, 'demo_reports', String(DEMO_REPORTS.length))
    await stage.scan([...new Set(DEMO_REPORTS.map(({ stationNumber }) => stationNumber))], [played])
    console.log(`${DEMO_REPORTS.length} reports in every state.`)
  }
  await playMany(stage, { env, city, now }, done, more)
  await stage.strike(Date.now())
  await stage.suggest()
  await stage.close()
  await runBatch(env.DB, [saveSetting(env.DB, 'demo_now', '')])
}

async function seed(env: Env): Promise<void> {
  const city = buildCity()
  if (await seedCity({ db: env.DB, now: Date.now() }, city, await hashPassword(DEMO_PASSWORD))) {
    console.log(`The demonstration city: ${city.stations.length} stations, ${city.deputies.length} deputies.`)
  }
  await playReports(env, city)
}

const proxy = await getPlatformProxy<Env>({
  configPath: path.join(ROOT, 'wrangler.toml'),
  persist: { path: path.join(state, 'v3') },
})
try {
  await seed({ ...proxy.env, DB: preparingOnce(proxy.env.DB) })
} finally {
  await proxy.dispose()
}

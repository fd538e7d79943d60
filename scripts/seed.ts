/**
 * Puts the demonstration city into the local database, and reports that have truly gone through the product:
 * every one is filed and moved by the same use cases as a resident's and an officer's, with the clock set back.
 * May be cut short and run again: it goes on where it was.
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
import { DEMO_REPORTS } from '../worker/demo-city/report-scripts.ts'
import type { DemoReport } from '../worker/demo-city/report-script-shape.ts'
import { configFrom, type Env } from '../worker/env.ts'
import { saveSetting, settingByKey } from '../worker/repository/settings.ts'
import { runBatch } from '../worker/repository/query.ts'
import { seedCity } from '../worker/use-cases/city/seed-city.ts'
import { hashPassword } from '../worker/use-cases/session/password.ts'
import { openStage } from './seed/stage.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DEMO_PASSWORD = 'mashang-demo'
/** Reports are independent; D1 answers one at a time, but the ways there overlap. */
const AT_ONCE = 8
/** Reports after which a long seeding remembers how far it is. */
const PART = 200

const { values } = parseArgs({ options: { 'persist-to': { type: 'string' }, reports: { type: 'string' } } })
const state = path.resolve(values['persist-to'] ?? path.join(ROOT, '.wrangler', 'state'))

type Stage = Awaited<ReturnType<typeof openStage>>

async function playAll(stage: Stage, reports: readonly DemoReport[]): Promise<void> {
  for (let start = 0; start < reports.length; start += AT_ONCE) {
    await Promise.all(reports.slice(start, start + AT_ONCE).map((report) => stage.play(report)))
  }
}

/** Reports on top of the lively set, a part at a time: what is done is remembered and not done again. */
async function playMany(stage: Stage, env: Env, city: City, done: number, total: number): Promise<void> {
  for (let from = done; from < total; from += PART) {
    const to = Math.min(from + PART, total)
    await playAll(stage, manyReports(city, from, to, total))
    await runBatch(env.DB, [saveSetting(env.DB, 'demo_many', String(to))])
    console.log(`  ${to} of ${total} more reports`)
  }
}

async function seed(env: Env): Promise<void> {
  const db = env.DB
  const city = buildCity()
  const now = Date.now()
  if (await seedCity({ db, now }, city, await hashPassword(DEMO_PASSWORD))) {
    console.log(`The demonstration city: ${city.stations.length} stations, ${city.deputies.length} deputies.`)
  }
  const [lively, many] = await runBatch(db, [settingByKey(db, 'demo_reports'), settingByKey(db, 'demo_many')])
  const more = Number(values.reports ?? 0) - DEMO_REPORTS.length
  if (lively !== null && Number(many ?? 0) >= more) return
  const stage = await openStage(env, configFrom(env), city, now)
  if (lively === null) {
    await playAll(stage, DEMO_REPORTS)
    await runBatch(db, [saveSetting(db, 'demo_reports', String(DEMO_REPORTS.length))])
    console.log(`${DEMO_REPORTS.length} reports in every state.`)
  }
  await playMany(stage, env, city, Number(many ?? 0), more)
  await stage.close()
}

const proxy = await getPlatformProxy<Env>({
  configPath: path.join(ROOT, 'wrangler.toml'),
  persist: { path: path.join(state, 'v3') },
})
try {
  await seed(proxy.env)
} finally {
  await proxy.dispose()
}

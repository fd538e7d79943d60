import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { expect, it } from 'vitest'
import { getPlatformProxy } from 'wrangler'
import { openStage } from '../../scripts/seed/stage.ts'
import { toolEnv, toolNode } from '../../scripts/toolchain/node.mjs'
import { run } from '../../scripts/toolchain/run.mjs'
import { wrangler } from '../../scripts/toolchain/wrangler.mjs'
import { buildCity } from '../../worker/demo-city/city.ts'
import { DEMO_REPORTS } from '../../worker/demo-city/report-scripts.ts'
import { configFrom, type Env } from '../../worker/env.ts'
import { seedCity } from '../../worker/use-cases/city/seed-city.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

function verify(state: string) {
  return spawnSync(
    toolNode(),
    ['--experimental-strip-types', '--no-warnings', 'scripts/verify-chain.ts', '--persist-to', state],
    { cwd: ROOT, encoding: 'utf8', env: toolEnv() },
  )
}

/** Works on the local database in `state`, as the seeding does. */
async function withDatabase<T>(state: string, work: (env: Env) => Promise<T>): Promise<T> {
  const persist = { path: path.join(state, 'v3') }
  const proxy = await getPlatformProxy<Env>({ configPath: path.join(ROOT, 'wrangler.toml'), persist })
  try {
    return await work(proxy.env)
  } finally {
    await proxy.dispose()
  }
}

/** A city with a few reports that have truly gone their way; answers their numbers. */
async function play(env: Env): Promise<string[]> {
  const [city, now] = [buildCity(), Date.now()]
  await seedCity({ db: env.DB, now }, city, 'no password')
  const config = configFrom({ ...env, SECRET_KEY: randomBytes(32).toString('base64') })
  const stage = await openStage(env, config, city, now)
  await stage.play({ reports: DEMO_REPORTS.slice(0, 3) })
  await stage.close()
  const { results } = await env.DB.prepare('SELECT number FROM report ORDER BY id').all<{ number: string }>()
  return results.map(({ number }) => number)
}

it(
  'verifies a real local database, and names the event that somebody changed',
  { timeout: 240_000 },
  async () => {
    const state = temporaryFolder()
    expect(verify(state)).toMatchObject({ status: 1, stderr: expect.stringContaining('no local database') })

    const migrate = wrangler('d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state)
    const { code, output } = await run(toolNode(), migrate, { env: toolEnv() })
    expect(code, output).toBe(0)
    const [, number] = await withDatabase(state, play)
    const whole = verify(state)
    expect(whole.stderr).toBe('')
    expect(whole.stdout).toMatch(
      /^3 reports with \d\d events, 0 topics with 0 events, 0 audit entries: every history is whole\.$/m,
    )
    expect(whole.status).toBe(0)

    await withDatabase(state, async ({ DB }) => {
      await DB.prepare('DROP TRIGGER report_event_is_forever_u').run()
      const change = `UPDATE report_event SET actor_role = 'admin'
      WHERE seq = 2 AND report_id = (SELECT id FROM report WHERE number = ?)`
      await DB.prepare(change).bind(number).run()
    })
    const { status, stdout, stderr } = verify(state)
    expect(stdout.split('\n')).toContain(`${number}  event 2  its hash is not that of its content`)
    expect(stderr).toMatch(
      /^Deviations: 1, in 3 reports with \d\d events, 0 topics with 0 events, 0 audit entries\.$/m,
    )
    expect(status).toBe(1)
  },
)

// @ts-check
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { fingerprint } from './fingerprint.mjs'
import { toolEnv, toolNode } from './node.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { wrangler } from './wrangler.mjs'

const MIGRATIONS = ['worker/migrations', 'wrangler.toml']
const SEED = ['scripts/seed.ts', 'scripts/seed', 'worker/demo-city', 'worker/migrations', 'shared/cases']

/** Secrets of this machine, made once. They encrypt what is in the local database: keep them with it. */
export function ensureSecrets(file = inRoot('.dev.vars')) {
  const present = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  if (/^SECRET_KEY=./m.test(present)) return
  const line = `SECRET_KEY="${randomBytes(32).toString('base64')}"\n`
  const before = present === '' || present.endsWith('\n') ? present : `${present}\n`
  fs.writeFileSync(file, before + line, { mode: 0o600 })
}

/**
 * Brings the local database to the newest schema and puts the demonstration city in. What was done is
 * remembered beside the data, so a second start does nothing and deleted data is made again.
 * @param {string} state folder of the local data
 * @param {{ reports?: number }} [options] reports: how many demonstration reports, else the small lively set
 */
export async function ensureCity(state, { reports } = {}) {
  const stamp = path.join(state, 'mashang.json')
  const done = fs.existsSync(stamp) ? JSON.parse(fs.readFileSync(stamp, 'utf8')) : {}
  /** @type {[string, string, () => string[]][]} */
  const steps = [
    ['migrations', fingerprint(MIGRATIONS), () => migrateCommand(state)],
    ['seed', `${fingerprint(SEED)} ${reports ?? ''}`, () => seedCommand(state, reports)],
  ]
  for (const [name, sources, command] of steps) {
    if (done[name] === sources) continue
    const { code, output } = await run(toolNode(), command(), { env: toolEnv() })
    if (code !== 0) throw new Failure(`${output}\nThe local database could not be made ready (${name}).`)
    done[name] = sources
    fs.mkdirSync(state, { recursive: true })
    fs.writeFileSync(stamp, JSON.stringify(done))
  }
}

/** @param {string} state */
function migrateCommand(state) {
  return wrangler('d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state)
}

/**
 * @param {string} state
 * @param {number} [reports]
 */
function seedCommand(state, reports) {
  const size = reports === undefined ? [] : ['--reports', String(reports)]
  return [
    '--experimental-strip-types',
    '--no-warnings',
    inRoot('scripts/seed.ts'),
    '--persist-to',
    state,
    ...size,
  ]
}

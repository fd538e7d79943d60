// @ts-check
import fs from 'node:fs'
import { alone } from './alone.mjs'
import { fingerprint } from './fingerprint.mjs'
import { toolEnv } from './node.mjs'
import { inRoot } from './paths.mjs'
import { npm } from './run.mjs'
import { terminalText } from './terminal-text.mjs'

/** @typedef {'h5' | 'weapp'} Target */

const SOURCES = ['miniapp', 'shared', 'package.json', 'package-lock.json', 'scripts/weapp-size.mjs']
const PROOF = { h5: 'index.html', weapp: 'app.json' }

/**
 * Builds `dist/<target>`, unless it was built from these very sources.
 * @param {Target} target
 * @returns {Promise<{ code: number, output: string }>}
 */
export function ensureBuilt(target) {
  return alone(`build-${target}`, () => build(target))
}

/** @param {Target} target */
async function build(target) {
  // API_BASE is compiled in: the mini program has no address of its own.
  const sources = `${fingerprint(SOURCES)} ${process.env.API_BASE ?? ''}`
  const proof = inRoot('dist', target, PROOF[target])
  if (stampOf(target) === sources && fs.existsSync(proof)) {
    return { code: 0, output: `dist/${target} is up to date` }
  }
  fs.rmSync(stampFile(target), { force: true })
  // A test runner's NODE_ENV would give pages that are half made for development.
  const env = { ...toolEnv(), NODE_ENV: 'production' }
  const result = await npm(['run', '--silent', `build:${target}`], { env })
  const code = result.code || (fs.existsSync(proof) ? 0 : 1)
  if (code === 0) fs.writeFileSync(stampFile(target), sources)
  return { code, output: terminalText(result.output) }
}

/** @param {Target} target */
function stampFile(target) {
  return inRoot('.cache', `build-${target}`)
}

/** @param {Target} target */
function stampOf(target) {
  return fs.existsSync(stampFile(target)) ? fs.readFileSync(stampFile(target), 'utf8') : ''
}

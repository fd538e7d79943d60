// @ts-check
import fs from 'node:fs'
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
 * @returns {Promise<{ code: number, output: string, fresh: boolean }>} fresh: nothing had to be built
 */
export async function ensureBuilt(target) {
  // API_BASE is compiled in: the mini program has no address of its own.
  const sources = `${fingerprint(SOURCES)} ${process.env.API_BASE ?? ''}`
  if (stampOf(target) === sources && fs.existsSync(inRoot('dist', target, PROOF[target]))) {
    return { code: 0, output: `dist/${target} is up to date`, fresh: true }
  }
  fs.rmSync(stampFile(target), { force: true })
  const result = await npm(['run', '--silent', `build:${target}`], { env: toolEnv() })
  const code = result.code || (fs.existsSync(inRoot('dist', target, PROOF[target])) ? 0 : 1)
  if (code === 0) {
    fs.mkdirSync(inRoot('.cache'), { recursive: true })
    fs.writeFileSync(stampFile(target), sources)
  }
  return { code, output: terminalText(result.output), fresh: false }
}

/** @param {Target} target */
function stampFile(target) {
  return inRoot('.cache', `build-${target}`)
}

/** @param {Target} target */
function stampOf(target) {
  return fs.existsSync(stampFile(target)) ? fs.readFileSync(stampFile(target), 'utf8') : ''
}

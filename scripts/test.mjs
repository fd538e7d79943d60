// @ts-check
/**
 * `npm test`: everything that must hold, with true counts. Runs on Node 20 with nothing installed.
 *
 *   npm test                      all steps
 *   npm test -- unit worker       some of them
 *
 * A check counts as one, a Vitest project as its tests. All steps run, whatever fails before; the last line
 * is `N passed, N failed`.
 */
import { ensureBuilt } from './toolchain/build.mjs'
import { ensureChromium } from './toolchain/chromium.mjs'
import { Failure } from './toolchain/failure.mjs'
import { ensureInstalled } from './toolchain/install.mjs'
import { requireNode, toolEnv, toolNode } from './toolchain/node.mjs'
import { run } from './toolchain/run.mjs'
import { checkSupplyChain } from './toolchain/supply-chain.mjs'
import { runProject } from './toolchain/vitest.mjs'

/** @typedef {import('./toolchain/vitest.mjs').Tally} Tally */

/**
 * In the order in which they run; the first two lanes run beside each other, then the tests, then the last two, each with
 * a server of its own.
 * @satisfies {Record<string, Record<string, () => Promise<Tally>>>}
 */
const LANES = {
  checks: {
    lint: () => check('oxlint'),
    format: () => check('oxfmt', '--check'),
    types: () => check('tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/tsc.json'),
    unused: () => check('knip', '--no-progress'),
    supply: checkSupplyChain,
  },
  builds: {
    'build-h5': () => build('h5'),
    'build-weapp': () => build('weapp'),
  },
  tests: {
    unit: () => runProject('unit'),
    worker: () => runProject('worker'),
    'worker-changing': () => runProject('worker-changing'),
    miniapp: () => runProject('miniapp'),
    weapp: () => runProject('weapp'),
  },
  people: { e2e: () => browse('e2e') },
  pages: { 'e2e-pages': () => browse('e2e-pages') },
}

/** What a step cannot do without. @type {Record<string, string[]>} */
const NEEDS = { e2e: ['build-h5', 'build-weapp'], 'e2e-pages': ['build-h5'], weapp: ['build-weapp'] }

/** Names of the steps that failed so far. @type {Set<string>} */
const broken = new Set()

/**
 * @param {string} command in node_modules/.bin
 * @param {...string} args
 */
async function check(command, ...args) {
  return countOne(await run(command, args, { env: toolEnv() }))
}

/** @type {Promise<string> | undefined} */
let chromium

/** @param {string} project */
async function browse(project) {
  chromium ??= ensureChromium()
  return runProject(project, { CHROMIUM_PATH: await chromium })
}

/** @param {'h5' | 'weapp'} target */
async function build(target) {
  return countOne(await ensureBuilt(target))
}

/**
 * @param {{ code: number, output: string }} result
 * @returns {Tally}
 */
function countOne({ code, output }) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0, output } : failure(output)
}

/**
 * @param {string} output what to show
 * @returns {Tally}
 */
function failure(output) {
  return { passed: 0, failed: 1, skipped: 0, output }
}

/**
 * @param {string} name
 * @param {() => Promise<Tally>} step
 */
async function timed(name, step) {
  const began = performance.now()
  const missing = NEEDS[name]?.find((need) => broken.has(need))
  const result = missing
    ? failure(`${name} was not run: it needs ${missing}, which failed.`)
    : await step().catch((error) => failure(error instanceof Failure ? error.message : error.stack))
  if (result.failed > 0) {
    broken.add(name)
    console.log(`\n${result.output.trimEnd()}\n`)
  }
  for (const test of result.again ?? []) console.log(`⟳ passed on its second try: ${test}`)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${result.failed ? '✗' : '✓'} ${name.padEnd(15)} ${seconds.padStart(6)} s   ${totals(result)}`)
  return result
}

/** @param {Pick<Tally, 'passed' | 'failed' | 'skipped'>} tally */
function totals({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {string[]} wanted names of steps; none for all
 * @returns {Set<string>}
 */
function choose(wanted) {
  const all = Object.values(LANES).flatMap((lane) => Object.keys(lane))
  const unknown = wanted.filter((name) => !all.includes(name))
  if (unknown.length) throw new Failure(`No such step: ${unknown.join(', ')}. There are: ${all.join(', ')}`)
  if (wanted.length === 0) return new Set(all)
  return new Set(wanted.flatMap((name) => [...(NEEDS[name] ?? []), name]))
}

/**
 * @param {Record<string, () => Promise<Tally>>} lane
 * @param {Set<string>} chosen
 */
async function runLane(lane, chosen) {
  const results = []
  for (const [name, step] of Object.entries(lane)) if (chosen.has(name)) results.push(await timed(name, step))
  return results
}

async function test() {
  requireNode()
  const chosen = choose(process.argv.slice(2))
  await ensureInstalled()
  toolNode()
  const before = await Promise.all([runLane(LANES.checks, chosen), runLane(LANES.builds, chosen)])
  const tests = await runLane(LANES.tests, chosen)
  const browsed = await Promise.all([runLane(LANES.people, chosen), runLane(LANES.pages, chosen)])
  return [...before, tests, ...browsed].flat()
}

/** @type {Pick<Tally, 'passed' | 'failed' | 'skipped'>[]} */
const results = await test().catch((error) => {
  console.error(error instanceof Failure ? error.message : error)
  return [{ passed: 0, failed: 1, skipped: 0 }]
})
/** @param {'passed' | 'failed' | 'skipped'} key */
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
process.exitCode = sum('failed') > 0 ? 1 : 0
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)

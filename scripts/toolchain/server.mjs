// @ts-check
import { spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from './failure.mjs'
import { endLeftovers } from './leftovers.mjs'
import { toolEnv, toolNode } from './node.mjs'
import { inRoot, ROOT } from './paths.mjs'
import { wrangler } from './wrangler.mjs'

const HOST = '127.0.0.1'
const START_TIMEOUT_MS = 90_000
const STOP_TIMEOUT_MS = 5_000
const CRON_EVERY_MS = 60_000

/** @param {number} port */
export async function requireFreePort(port) {
  endLeftovers()
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await isFree(port)) return
    await wait(200) // A server that was stopped this moment may still be letting go.
  }
  throw new Failure(
    `Port ${port} is taken: is 码上 running already at http://${HOST}:${port}? ` +
      'Stop it, or take another one: npm start -- --port 8790',
  )
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, HOST, () => probe.close(() => resolve(true)))
  })
}

/**
 * Starts the Worker with its local database, files and queue.
 * @param {{ port: number, state: string }} options
 */
export function startServer({ port, state }) {
  const leash = pathToFileURL(inRoot('scripts/toolchain/leash.mjs')).href
  // prettier-ignore
  const command = wrangler(
    'dev', '--port', String(port), '--ip', HOST, '--persist-to', state,
    '--log-level', 'error', '--show-interactive-dev-session=false',
  )
  // Its own process group: everything wrangler starts can be ended together.
  const child = spawn(toolNode(), ['--import', leash, ...command], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...toolEnv(), WRANGLER_REGISTRY_PATH: path.join(state, 'registry') },
  })
  const ended = new Promise((resolve) => {
    child.once('exit', (code) => {
      endGroup(child.pid, 'SIGKILL') // wrangler killed the hard way leaves workerd behind, holding the port.
      resolve(code)
    })
  })
  return {
    url: `http://${HOST}:${port}`,
    /** @type {Promise<number | null>} */
    ended,
    async stop() {
      endGroup(child.pid, 'SIGTERM')
      await Promise.race([ended, wait(STOP_TIMEOUT_MS, undefined, { ref: false })])
      endGroup(child.pid, 'SIGKILL')
      await ended
    },
  }
}

/**
 * @param {number | undefined} group
 * @param {NodeJS.Signals} signal
 */
function endGroup(group, signal) {
  if (group === undefined) return
  try {
    process.kill(process.platform === 'win32' ? group : -group, signal)
  } catch {
    // Nothing is left of it.
  }
}

/**
 * Waits until the application answers.
 * @param {ReturnType<typeof startServer>} server
 */
export async function untilHealthy({ url, ended }) {
  const gone = new AbortController()
  void ended.then(() => gone.abort())
  let last = 'no answer'
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline; await wait(150)) {
    if (gone.signal.aborted) throw new Failure('The server ended while starting.')
    try {
      const answer = await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(10_000) })
      if (answer.ok) return
      last = `${answer.status} ${await answer.text()}`
    } catch {
      // Not listening yet.
    }
  }
  throw new Failure(`The server does not answer its health check: ${last}`)
}

/**
 * wrangler does not fire cron triggers by itself: this does, once a minute.
 * @param {string} url
 */
export function fireCron(url) {
  const timer = setInterval(() => {
    fetch(`${url}/cdn-cgi/local/scheduled?cron=${encodeURIComponent('*/5 * * * *')}`).catch(() => {})
  }, CRON_EVERY_MS)
  timer.unref()
}

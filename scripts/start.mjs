// @ts-check
/**
 * `npm start`: from a fresh clone, or from yesterday's, to a city that answers at http://127.0.0.1:8787.
 * Runs on Node 20 with nothing installed.
 *
 *   npm start -- [--port 8787] [--persist-to .wrangler/state] [--reports 16720]
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './toolchain/build.mjs'
import { Failure, runMain } from './toolchain/failure.mjs'
import { ensureInstalled } from './toolchain/install.mjs'
import { onInterrupt } from './toolchain/interruption.mjs'
import { ensureCity, ensureSecrets } from './toolchain/local-city.mjs'
import { requireNode, toolNode } from './toolchain/node.mjs'
import { inRoot } from './toolchain/paths.mjs'
import { fireCron, requireFreePort, startServer, untilHealthy } from './toolchain/server.mjs'

function options() {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'persist-to': { type: 'string' }, reports: { type: 'string' } },
  })
  return {
    port: Number(values.port ?? process.env.PORT ?? 8787),
    state: path.resolve(values['persist-to'] ?? inRoot('.wrangler', 'state')),
    reports: values.reports === undefined ? undefined : Number(values.reports),
  }
}

async function start() {
  requireNode()
  const { port, state, reports } = options()
  await requireFreePort(port)
  await ensureInstalled()
  toolNode() // Says at once when there is no Node that could go on.
  ensureSecrets()
  console.log('Building the pages, unless they are up to date …')
  const { code, output } = await ensureBuilt('h5')
  if (code !== 0) throw new Failure(`${output}\nThe pages could not be built.`)
  console.log('Preparing the local city …')
  await ensureCity(state, { reports })
  await serve(port, state)
}

/**
 * @param {number} port
 * @param {string} state
 */
async function serve(port, state) {
  const server = startServer({ port, state })
  let asked = false
  onInterrupt(() => {
    if (!asked) void server.stop()
    asked = true
  })
  try {
    await untilHealthy(server)
  } catch (error) {
    await server.stop()
    if (asked) return
    throw error
  }
  fireCron(server.url)
  console.log(welcome(server.url))
  const code = await server.ended
  if (!asked) throw new Failure(`The server ended by itself (${code}). Start it again: nothing is lost.`)
}

/** @param {string} url */
function welcome(url) {
  return `
码上 is ready: ${url}
  a station     ${url}/s/K7Q2M9XA
  accounts      station.demo  body.demo  deputy.demo  supervisor.demo  admin.demo
  password      mashang-demo
Ctrl-C stops it; nothing is lost.
`
}

await runMain(start)

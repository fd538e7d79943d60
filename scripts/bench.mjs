// @ts-check
/**
 * `npm run bench`: what a resident's and an officer's requests cost, side by side with a route of the same Worker that
 * asks the database nothing, and how soon a resident's pages can be used on a slow telephone. Ratios of one run can be
 * compared between machines; times cannot.
 *
 *   npm run bench              everything
 *   npm run bench -- pages     one part
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { measurePages } from './bench/pages.mjs'
import { measureRequests } from './bench/requests.mjs'
import { measureTriage } from './bench/triage.mjs'
import { ensureBuilt } from './toolchain/build.mjs'
import { Failure, runMain } from './toolchain/failure.mjs'
import { ensureInstalled } from './toolchain/install.mjs'
import { ensureCity, ensureSecrets } from './toolchain/local-city.mjs'
import { requireNode } from './toolchain/node.mjs'
import { requireFreePort, startServer, untilHealthy } from './toolchain/server.mjs'

const PORT = 8799
// The inbox first: what the others file would stand before its reports.
const PARTS = { triage: measureTriage, requests: measureRequests, pages: measurePages }

async function bench() {
  const asked = process.argv.slice(2)
  const parts = Object.entries(PARTS).filter(([name]) => asked.length === 0 || asked.includes(name))
  if (parts.length === 0) throw new Failure(`There is ${Object.keys(PARTS).join(' and ')}.`)
  requireNode()
  await requireFreePort(PORT)
  await ensureInstalled()
  ensureSecrets()
  const { code, output } = await ensureBuilt('h5')
  if (code !== 0) throw new Failure(output)
  const state = fs.mkdtempSync(path.join(os.tmpdir(), 'mashang-bench-'))
  try {
    await ensureCity(state)
    const server = startServer({ port: PORT, state })
    try {
      await untilHealthy(server)
      for (const [, measure] of parts) await measure(server.url)
    } finally {
      await server.stop()
    }
  } finally {
    fs.rmSync(state, { recursive: true, force: true })
  }
}

await runMain(bench)

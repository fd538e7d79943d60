/**
 * Walks every report and every topic of the local database and checks that its history is as it was written: no event
 * missing, inserted, moved or changed, and the report exactly what its events give. Ends with code 1 when one is not.
 * Reads only; the city may be at work meanwhile.
 *
 *   npm run verify:chain -- [--persist-to .wrangler/state]
 */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { getPlatformProxy } from 'wrangler'
import { secretsFrom } from '../worker/adapters/secrets.ts'
import type { Env } from '../worker/env.ts'
import type { ChainFault } from '../worker/use-cases/report/check-chain.ts'
import { verifyChains, type Deviation } from '../worker/use-cases/report/verify-chain.ts'
import { verifyTopics } from '../worker/use-cases/topic/verify-topics.ts'
import { Failure, runMain } from './toolchain/failure.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const WORDS: Record<ChainFault, string> = {
  number: 'its number does not follow that of the event before it',
  state: 'it does not begin in the state that the event before it led to',
  link: 'it does not carry the hash of the event before it',
  json: 'its photos, data or changes are not the JSON that was written',
  hash: 'its hash is not that of its content',
  row: 'the row is not what its events give',
  filed: 'its words, place or category are not those that were filed',
  without_events: 'the report has no events',
  without_report: 'the event belongs to no report',
}

function inWords({ reportNumber, seq, fault, columns }: Deviation): string {
  const where = [reportNumber ?? 'no report', ...(seq === null ? [] : [`event ${seq}`])].join('  ')
  return `${where}  ${WORDS[fault]}${columns.length > 0 ? `: ${columns.join(', ')}` : ''}`
}

async function verify(): Promise<void> {
  const { values } = parseArgs({ options: { 'persist-to': { type: 'string' } } })
  const state = path.resolve(values['persist-to'] ?? path.join(ROOT, '.wrangler', 'state'))
  // Opening a folder that is not there would make an empty database of it.
  if (!fs.existsSync(path.join(state, 'v3', 'd1')))
    throw new Failure(`There is no local database in ${state}.`)
  const proxy = await getPlatformProxy<Env>({
    configPath: path.join(ROOT, 'wrangler.toml'),
    persist: { path: path.join(state, 'v3') },
  })
  try {
    // Hashes need no key: any will do.
    const secrets = await secretsFrom(randomBytes(32).toString('base64'))
    const { reports, events, deviations } = await verifyChains({ db: proxy.env.DB, secrets }, (deviation) =>
      console.log(inWords(deviation)),
    )
    const ofTopics = await verifyTopics({ db: proxy.env.DB, secrets }, ({ topicCode, seq, fault }) =>
      console.log(`topic ${topicCode}${seq === null ? '' : `  event ${seq}`}  ${WORDS[fault]}`),
    )
    const found = deviations + ofTopics.deviations
    const walked = `${reports} reports with ${events} events, ${ofTopics.topics} topics with ${ofTopics.events} events`
    if (found > 0) throw new Failure(`Deviations: ${found}, in ${walked}.`)
    console.log(`${walked}: every history is whole.`)
  } finally {
    await proxy.dispose()
  }
}

await runMain(verify)

/**
 * Walks every report, every topic and the audit log of the local database and checks that each history is as it was
 * written: nothing missing, inserted, moved or changed, the report exactly what its events give, and the log what was
 * kept of it outside the database. Ends with code 1 when one is not.
 * Reads only; the city may be at work meanwhile.
 *
 *   npm run verify:chain -- [--persist-to .wrangler/state]
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { recordStore } from '../worker/adapters/r2-records.ts'
import { secretsFrom } from '../worker/adapters/secrets.ts'
import { keptAuditHeads } from '../worker/use-cases/audit/keep-head.ts'
import { verifyAudit, type AuditFault } from '../worker/use-cases/audit/verify.ts'
import type { ChainFault } from '../worker/use-cases/report/check-chain.ts'
import { verifyChains, type Deviation } from '../worker/use-cases/report/verify-chain.ts'
import { verifyTopics } from '../worker/use-cases/topic/verify-topics.ts'
import { Failure, runMain } from './toolchain/failure.mjs'
import { withLocalDatabase } from './toolchain/local-database.ts'

const WORDS: Record<ChainFault, string> = {
  number: 'its number does not follow that of the event before it',
  state: 'it does not begin in the state that the event before it led to',
  link: 'it does not carry the hash of the event before it',
  json: 'its photos, data or changes are not the JSON that was written',
  hash: 'its hash is not that of its content',
  words: 'its words are not those that were written',
  row: 'the row is not what its events give',
  filed: 'its words, place or category are not those that were filed',
  without_events: 'the report has no events',
  without_report: 'the event belongs to no report',
}

const AUDIT_WORDS: Record<AuditFault, string> = {
  number: 'its number does not follow that of the entry before it',
  link: 'it does not carry the hash of the entry before it',
  hash: 'its hash is not that of its content',
  head: 'it is not the entry that was kept outside the database',
}

function inWords({ reportNumber, seq, fault, columns }: Deviation): string {
  const where = [reportNumber ?? 'no report', ...(seq === null ? [] : [`event ${seq}`])].join('  ')
  return `${where}  ${WORDS[fault]}${columns.length > 0 ? `: ${columns.join(', ')}` : ''}`
}

async function verify(): Promise<void> {
  const { values } = parseArgs({ options: { 'persist-to': { type: 'string' } } })
  await withLocalDatabase(values['persist-to'], async (env) => {
    // Hashes need no key: any will do.
    const secrets = await secretsFrom(randomBytes(32).toString('base64'))
    const { reports, events, deviations } = await verifyChains({ db: env.DB, secrets }, (deviation) =>
      console.log(inWords(deviation)),
    )
    const ofTopics = await verifyTopics({ db: env.DB, secrets }, ({ topicCode, seq, fault }) =>
      console.log(`topic ${topicCode}${seq === null ? '' : `  event ${seq}`}  ${WORDS[fault]}`),
    )
    const heads = await keptAuditHeads({ records: recordStore(env.PHOTOS) })
    const ofAudit = await verifyAudit({ db: env.DB, secrets }, heads, ({ seq, fault }) =>
      console.log(`audit log  entry ${seq}  ${AUDIT_WORDS[fault]}`),
    )
    const found = deviations + ofTopics.deviations + ofAudit.deviations
    const walked = `${reports} reports with ${events} events, ${ofTopics.topics} topics with ${ofTopics.events} events, ${ofAudit.entries} audit entries`
    if (found > 0) throw new Failure(`Deviations: ${found}, in ${walked}.`)
    console.log(`${walked}: every history is whole.`)
  })
}

await runMain(verify)

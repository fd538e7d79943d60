/**
 * Recomputes every public figure from the open data of a running city, over HTTP as anybody could: the statistics by
 * month, district and category, and each of these by each other. Ends with code 1 when a number differs.
 *
 *   npm run figures:verify -- [--url http://127.0.0.1:8787]
 */
import { parseArgs } from 'node:util'
import { compareFigures, type Read } from './figures/compare.ts'
import { Failure, runMain } from './toolchain/failure.mjs'

/** So often, before a city that is busy all the time is left alone. */
const TRIES = 4
const SHOWN = 40

function reader(origin: string): Read {
  return async (path) => {
    const answer = await fetch(new URL(path, origin), { headers: { 'Accept-Language': 'en' } })
    if (!answer.ok) throw new Failure(`${path} answers ${answer.status}.`)
    return { text: await answer.text(), etag: answer.headers.get('etag') }
  }
}

/** Which state of the data the city is in. */
async function stateOf(read: Read): Promise<string | null> {
  return (await read('/feeds/reports.atom?limit=1')).etag
}

async function verify(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:8787' } } })
  const read = reader(values.url)
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const before = await stateOf(read)
    const { told, equal, differences } = await compareFigures(read)
    if ((await stateOf(read)) !== before) {
      console.log('Something happened in the city meanwhile: once more.')
      continue
    }
    for (const line of told) console.log(line)
    for (const line of differences.slice(0, SHOWN)) console.log(`DIFFERS  ${line}`)
    if (differences.length > 0)
      throw new Failure(`Numbers that differ: ${differences.length}; equal: ${equal}.`)
    console.log(`${equal} numbers recomputed: every one is as published.`)
    return
  }
  throw new Failure('The city is too busy to be compared: try again at a quieter time.')
}

await runMain(verify)

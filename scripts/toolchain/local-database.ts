import fs from 'node:fs'
import path from 'node:path'
import { getPlatformProxy } from 'wrangler'
import type { Env } from '../../worker/env.ts'
import { Failure } from './failure.mjs'
import { inRoot } from './paths.mjs'

/**
 * Opens the local city for a script, and closes it again whatever happens; the city may be at work meanwhile.
 *
 * @param persistTo the folder of its state; the one of `npm start` when none is given
 * @throws Failure when there is no city in it
 */
export async function withLocalDatabase<T>(
  persistTo: string | undefined,
  work: (env: Env) => Promise<T>,
): Promise<T> {
  const state = path.resolve(persistTo ?? inRoot('.wrangler', 'state'))
  // Opening a folder that is not there would make an empty database of it.
  if (!fs.existsSync(path.join(state, 'v3', 'd1')))
    throw new Failure(`There is no local database in ${state}.`)
  const proxy = await getPlatformProxy<Env>({
    configPath: inRoot('wrangler.toml'),
    persist: { path: path.join(state, 'v3') },
  })
  try {
    return await work(proxy.env)
  } finally {
    await proxy.dispose()
  }
}

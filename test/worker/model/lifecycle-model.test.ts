import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { secretsFrom } from '../../../worker/adapters/secrets.ts'
import { verifyChains, type Deviation } from '../../../worker/use-cases/report/verify-chain.ts'
import { seedTestCity } from '../../support/test-city.ts'
import { openCast } from './cast.ts'
import { runModel } from './run-model.ts'
import { neverDone } from './tally.ts'

const SEED = Number(env.MODEL_SEED ?? Date.now() % 1_000_000_000)
const COMMANDS = Number(env.MODEL_COMMANDS ?? 2000)
/** A slow machine's time for one command; the usual one is a fifth of it. */
const MS_A_COMMAND = 60

beforeAll(async () => {
  await seedTestCity()
  await openCast()
  // A sweep whose connection breaks says so in the log.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

describe('the life of reports', () => {
  it(
    `keeps its ten invariants through ${COMMANDS} commands`,
    async () => {
      console.log(`MODEL_SEED=${SEED} MODEL_COMMANDS=${COMMANDS}`)
      const began = Date.now()
      const tally = await runModel({ seed: SEED, commands: COMMANDS })
      console.log(`${JSON.stringify(tally)} in ${Date.now() - began} ms`)
      expect(neverDone(tally)).toEqual([])
      const deviations: Deviation[] = []
      const secrets = await secretsFrom(env.SECRET_KEY)
      await verifyChains({ db: env.DB, secrets }, (deviation) => deviations.push(deviation))
      expect(deviations).toEqual([])
    },
    120_000 + COMMANDS * MS_A_COMMAND,
  )
})

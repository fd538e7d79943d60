import * as fc from 'fast-check'
import { brokenKeys, leaksOfList } from './answers.ts'
import { everything } from './commands.ts'
import { dumpReports, forgetKeys, markNow, numbersSince, type Mark } from './dump.ts'
import type { Rewrite } from './faulty-database.ts'
import { brokenInvariants } from './invariants.ts'
import { neverDone, newTally, type Tally } from './tally.ts'
import { sweepAndVerify } from './time.ts'
import { failOn } from './verify.ts'
import type { World } from './world.ts'

const DAY_MS = 86_400_000
/** Runs begin on any day from here on for three years: the last of them has no published calendar yet. */
const FIRST_DAY = Date.parse('2025-01-01T09:00:00+08:00')
const DAYS = 1000
const MOST_COMMANDS = 100
const LONG_AFTER = 120 * DAY_MS
const AT_ONCE = 100

function newWorld(now: number, tally: Tally, rewrite: Rewrite | undefined): World {
  return {
    now,
    tally,
    rewrite,
    reports: new Map(),
    accepted: [],
    carriedOver: new Set(),
    unsent: [],
    private: new Map(),
    seen: new Map(),
    done: new Set(),
    withoutKey: 0,
    told: [],
  }
}

/** 3. Each write of a person has its key, and no key is without a write. */
async function brokenCount({ withoutKey }: World, since: Mark): Promise<string[]> {
  const now = await markNow()
  const [written, kept] = [now.events - since.events - withoutKey, now.keys - since.keys]
  return written === kept ? [] : [`invariant 3: ${written} writes of people, ${kept} keys`]
}

/** What must hold when everything has happened: long after, the clock has taken every step that was left to it. */
async function endWell(world: World, since: Mark): Promise<void> {
  world.now += LONG_AFTER
  await sweepAndVerify(world, 2, [])
  failOn([...(await brokenKeys(world)), ...(await leaksOfList(world)), ...(await brokenCount(world, since))])
  // Nobody asks for them again; kept answers would be most of a long run's database.
  await forgetKeys()
}

/** Asks every report since a moment. */
async function verifyEverything(since: Mark): Promise<string[]> {
  const numbers = await numbersSince(since)
  const problems: string[] = []
  for (let start = 0; start < numbers.length; start += AT_ONCE) {
    const dumped = await dumpReports(numbers.slice(start, start + AT_ONCE))
    problems.push(...(await Promise.all(dumped.map((report) => brokenInvariants(report)))).flat())
  }
  return problems
}

export interface ModelOptions {
  seed: number
  /** Commands that are to run at least. */
  commands: number
  /** Commands of one run at most. */
  most?: number
  rewrite?: Rewrite
  /** Whether a failure is made as small as it can be; that takes as long as many runs. */
  shrink?: boolean
}

/** A failure as whoever must repeat it needs it: what is broken, what happened before, the seed. */
function failureOf<T>(seed: number, outcome: fc.RunDetails<T>): Error {
  const why = String((outcome.errorInstance as Error | null)?.message)
  return new Error(`${why}\nMODEL_SEED=${seed}, shrunk ${outcome.numShrinks} times`, {
    cause: outcome.errorInstance,
  })
}

/** Runs under one seed, before the commands are counted again. */
const RUNS = 4
/** A failure is made small as far as it goes in this time. */
const SHRINK_MS = 60_000
/** How much longer a run may take to come everywhere. */
const LONGER = 2

/**
 * Runs commands against the real use cases and database until there were enough of them and everything has happened
 * at least once, and verifies everything.
 *
 * @throws Error with what went wrong, the seed, and the commands that led there
 */
export async function runModel(options: ModelOptions): Promise<Tally> {
  const { seed, commands, most = MOST_COMMANDS, rewrite, shrink = true } = options
  const tally = newTally()
  const began = await markNow()
  const start = fc.nat(DAYS).map((day) => FIRST_DAY + day * DAY_MS)
  const property = fc.asyncProperty(start, everything(most), async (now, sequence) => {
    tally.runs += 1
    const since = await markNow()
    const world = newWorld(now, tally, rewrite)
    try {
      await fc.asyncModelRun(() => ({ model: world, real: world }), sequence)
      await endWell(world, since)
    } catch (error) {
      throw new Error(`${String(error)}\n  ${world.told.join('\n  ')}`, { cause: error })
    }
  })
  const isEnough = () =>
    tally.commands >= commands && (neverDone(tally).length === 0 || tally.commands >= LONGER * commands)
  for (let round = 0; !isEnough(); round += 1) {
    const outcome = await fc.check(property, {
      seed: seed + round,
      numRuns: RUNS,
      endOnFailure: !shrink,
      plugins: [fc.interruptAfterTimeLimit(SHRINK_MS)],
    })
    if (outcome.failed) throw failureOf(seed + round, outcome)
  }
  failOn(await verifyEverything(began))
  return tally
}

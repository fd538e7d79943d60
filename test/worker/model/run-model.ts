import * as fc from 'fast-check'
import { brokenKeys, leaksOfList } from './answers.ts'
import { everything } from './commands.ts'
import { dumpReports, markNow, numbersSince, type Mark } from './dump.ts'
import type { Rewrite } from './faulty-database.ts'
import { brokenInvariants } from './invariants.ts'
import { newTally, type Tally } from './tally.ts'
import { sweep, tickAll } from './time.ts'
import { failOn, verify } from './verify.ts'
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
    unsent: [],
    private: new Map(),
    seen: new Map(),
    done: new Set(),
  }
}

/** What must hold when everything has happened: long after, the clock has taken every step that was left to it. */
async function endWell(world: World): Promise<void> {
  world.now += LONG_AFTER
  await sweep(world, 2)
  const moved = tickAll(world, world.reports.keys())
  await verify(world, moved)
  failOn([...(await brokenKeys(world)), ...(await leaksOfList(world))])
}

/** Asks every report since a moment, and whether each write of a person has its key. */
async function verifyEverything(since: Mark): Promise<string[]> {
  const numbers = await numbersSince(since)
  const problems: string[] = []
  for (let start = 0; start < numbers.length; start += AT_ONCE) {
    const dumped = await dumpReports(numbers.slice(start, start + AT_ONCE))
    problems.push(...(await Promise.all(dumped.map((report) => brokenInvariants(report)))).flat())
  }
  const { events, keys } = await markNow()
  const [written, kept] = [events - since.events, keys - since.keys]
  if (written !== kept) problems.push(`invariant 3: ${written} writes of people, ${kept} keys`)
  return problems
}

export interface ModelOptions {
  seed: number
  /** Commands that are to run at least. */
  commands: number
  rewrite?: Rewrite
  /** Whether a failure is made as small as it can be; that takes as long as many runs. */
  shrink?: boolean
}

/** A failure as whoever must repeat it needs it: what is broken first. */
function told<T>(seed: number, outcome: fc.RunDetails<T>): string {
  const cause = outcome.errorInstance
  const why = cause instanceof Error ? cause.message : String(cause)
  return `${why}\nMODEL_SEED=${seed}\n${fc.defaultReportMessage(outcome)}`
}

/** Runs under one seed, before the commands are counted again. */
const RUNS = 4

/**
 * Runs commands against the real use cases and database until there were enough of them, and verifies everything.
 *
 * @throws Error with the seed, the commands that led there and what went wrong
 */
export async function runModel({ seed, commands, rewrite, shrink = true }: ModelOptions): Promise<Tally> {
  const tally = newTally()
  const since = await markNow()
  const start = fc.nat(DAYS).map((day) => FIRST_DAY + day * DAY_MS)
  const property = fc.asyncProperty(start, everything(MOST_COMMANDS), async (now, sequence) => {
    tally.runs += 1
    const world = newWorld(now, tally, rewrite)
    await fc.asyncModelRun(() => ({ model: world, real: world }), sequence)
    await endWell(world)
  })
  for (let round = 0; tally.commands < commands; round += 1) {
    const outcome = await fc.check(property, { seed: seed + round, numRuns: RUNS, endOnFailure: !shrink })
    if (outcome.failed) throw new Error(told(seed + round, outcome))
  }
  failOn(await verifyEverything(since))
  return tally
}

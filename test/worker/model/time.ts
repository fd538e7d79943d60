import type { Command } from '../../../shared/domain/report-command.ts'
import { advanceReports } from '../../../worker/use-cases/sweep/advance-reports.ts'
import { verdictOn } from '../../support/lifecycle-oracle.ts'
import type { Dice } from './choices.ts'
import { ConnectionLost } from './faulty-database.ts'
import { CLOCKWORK, situationAt } from './parts.ts'
import { verify } from './verify.ts'
import { contextOf, faultIn, reportOf, tick, type World } from './world.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const STEPS: readonly Command[] = [{ action: 'archive' }, { action: 'resume' }, { action: 'escalate' }]

/** The next step that passed time takes with a report. */
function stepOfClock(world: World, number: string): Command | undefined {
  const situation = situationAt(reportOf(world, number), world.now)
  return STEPS.find((step) => verdictOn(step.action as 'archive', situation, CLOCKWORK) === 'allowed')
}

/** Lets the model take every step that passed time takes; answers the numbers of the reports that moved. */
export function tickAll(world: World, numbers: Iterable<string>): string[] {
  return [...numbers].filter((number) => {
    let moved = false
    for (let step = stepOfClock(world, number); step; step = stepOfClock(world, number)) {
      tick(world, number, step)
      moved = true
    }
    return moved
  })
}

/** Runs the real sweep, as often at the same moment as `times` says. */
export async function sweep(world: World, times: number): Promise<void> {
  const ctx = await contextOf(world, null)
  world.tally.sweeps += times
  await Promise.all(Array.from({ length: times }, () => advanceReports(ctx)))
}

/** A sweep whose connection breaks somewhere; the next one finds whatever it has left. */
async function brokenSweep(world: World, dice: Dice): Promise<void> {
  const fault = faultIn(dice.pick(['before', 'after'] as const), dice.pick(['write', 'read'] as const))
  const ctx = await contextOf(world, null, { fault })
  try {
    await advanceReports(ctx)
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error
  }
  if (fault.happened) world.tally.faults[fault.when] += 1
}

function passDays(world: World, dice: Dice): void {
  world.now += dice.oneIn(3) ? dice.next(20) * DAY_MS : dice.next(600) * MINUTE_MS
}

/** Until just after something is due, where there is something. */
export function passUntilDue(world: World, dice: Dice): void {
  const dues = [...world.reports.values()].flatMap(({ dueAt, escalateAt, overdueLevel }) => [
    ...(dueAt === null ? [] : [dueAt]),
    ...(overdueLevel === 'station' && escalateAt !== null ? [escalateAt] : []),
  ])
  const ahead = dues.filter((at) => at >= world.now)
  if (ahead.length === 0) passDays(world, dice)
  else world.now = dice.pick(ahead) + 1
}

/** Sweeps, follows with the model, and verifies what moved and what else was touched. */
export async function sweepAndVerify(world: World, times: number, touched: readonly string[]): Promise<void> {
  await sweep(world, times)
  const moved = tickAll(world, world.reports.keys())
  await verify(world, [...moved, ...touched])
}

/** Time passes; the sweep comes, perhaps late, perhaps twice at once, perhaps not at all. */
export async function pass(world: World, dice: Dice): Promise<string> {
  if (dice.oneIn(3)) passDays(world, dice)
  else passUntilDue(world, dice)
  const times = dice.next(3)
  const isBroken = times > 0 && dice.oneIn(4)
  if (isBroken) await brokenSweep(world, dice)
  if (times > 0) await sweepAndVerify(world, times, [...world.reports.keys()])
  const sweeps = `${times} sweeps at once${isBroken ? ' after one whose connection broke' : ''}`
  return `time passes until ${new Date(world.now).toISOString()}, ${sweeps}`
}

import type { Command } from '../../../shared/domain/report-command.ts'
import { advanceReports } from '../../../worker/use-cases/sweep/advance-reports.ts'
import { verdictOn } from '../../support/lifecycle-oracle.ts'
import { CLOCKWORK, situationAt } from './parts.ts'
import { contextOf, reportOf, tick, type World } from './world.ts'

const STEPS: readonly Command[] = [{ action: 'archive' }, { action: 'resume' }, { action: 'escalate' }]

/** Whether a step of a report began just now: its times lie ahead, wherever they are. */
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

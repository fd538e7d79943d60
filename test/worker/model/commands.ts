import * as fc from 'fast-check'
import { diceOf, type Dice } from './choices.ts'
import { file } from './filing.ts'
import { raceForOne, raceOfFamily, raceWithClock } from './races.ts'
import { again, attempt, moveFinisher, openReports, read, step } from './steps.ts'
import { pass } from './time.ts'
import { topic } from './topics.ts'
import type { World } from './world.ts'

const MOST_OPEN = 5

/** What happens; answers what happened, in words. */
type Happening = (world: World, dice: Dice) => Promise<string>

async function fileMore(world: World, dice: Dice): Promise<string> {
  return openReports(world).length < MOST_OPEN ? file(world, dice) : step(world, dice)
}

/** How often each happens. */
const HAPPENINGS: [times: number, name: string, happening: Happening][] = [
  [2, 'file', fileMore],
  [12, 'step', step],
  [3, 'race', raceForOne],
  [4, 'family', raceOfFamily],
  [2, 'clock', raceWithClock],
  [3, 'pass', pass],
  [3, 'attempt', attempt],
  [1, 'read', read],
  [1, 'again', again],
  [3, 'finisher', moveFinisher],
  [1, 'topic', topic],
]

const DICE = 24

function commandOf(name: string, happening: Happening, numbers: readonly number[]) {
  return {
    check: () => true,
    async run(world: World): Promise<void> {
      world.tally.commands += 1
      world.told.push(name)
      const dice = diceOf(numbers)
      const told = await (world.reports.size === 0 ? file(world, dice) : happening(world, dice))
      world.told.splice(-1, 1, told)
    },
    toString: () => name,
  }
}

/** Any sequence of things that can happen to a city's reports. */
export function everything(most: number) {
  const numbers = fc.array(fc.nat(9_999), { minLength: DICE, maxLength: DICE })
  const arbitraries = HAPPENINGS.flatMap(([times, name, happening]) =>
    Array.from({ length: times }, () => numbers.map((dice) => commandOf(name, happening, dice))),
  )
  return fc.commands<World, World, false>(arbitraries, { maxCommands: most, size: 'max' })
}

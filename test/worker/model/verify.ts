import { leaks } from './answers.ts'
import { dumpReports } from './dump.ts'
import { differenceFrom, withTimesOf } from './expected-report.ts'
import { brokenInvariants } from './invariants.ts'
import { reportOf, type World } from './world.ts'

/** Says what is wrong, all of it, and ends the run. */
export function failOn(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

/**
 * Asks every invariant of the reports that were touched, then whether they are what the model expects, and takes
 * over their times.
 *
 * @param already what went wrong before: it is told together with the invariants that are broken
 */
export async function verify(
  world: World,
  numbers: readonly string[],
  already: readonly string[] = [],
): Promise<void> {
  const touched = [...new Set(numbers)]
  const dumped = await dumpReports(touched)
  const problems: string[] = []
  const unexpected: string[] = [...already]
  if (dumped.length < touched.length) unexpected.push('a report is missing')
  for (const report of dumped) {
    const { number } = report.facts
    const seen = world.seen.get(number) ?? 0
    problems.push(...(await brokenInvariants(report, seen)))
    const difference = differenceFrom(reportOf(world, number), report.facts)
    if (difference) unexpected.push(`${number}: ${difference}`)
    else if (report.events.length > seen) problems.push(...(await leaks(world, report)))
    world.reports.set(number, withTimesOf(reportOf(world, number), report.facts))
    world.seen.set(number, report.events.length)
  }
  failOn([...problems, ...unexpected])
}

import { reportListQuery } from '../../../shared/contract/report.ts'
import type { ReportAnswer } from '../../../shared/contract/report.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { CLOCK_ACTIONS } from '../../../shared/domain/report-state.ts'
import { getReport } from '../../../worker/use-cases/report/get.ts'
import { listReports } from '../../../worker/use-cases/report/list.ts'
import { readsAs, RULES, verdictOn, type RuledAction } from '../../support/lifecycle-oracle.ts'
import { CAST, type Player } from './cast.ts'
import { keptAnswers, type Dumped } from './dump.ts'
import { personOf, situationAt } from './parts.ts'
import { contextOf, reportOf, type World } from './world.ts'

// The invariants that speak of answers: 3 (keys), 4 (what is offered), 9 (what is private).

const OFFERED = (Object.keys(RULES) as RuledAction[]).filter(
  (action) => !(CLOCK_ACTIONS as readonly string[]).includes(action),
)

/** What the design offers that player now. */
export function offeredTo(world: World, number: string, who: Player, hasCode = false): string[] {
  const report = reportOf(world, number)
  const person = personOf(report, who, hasCode)
  const situation = situationAt(report, world.now)
  return OFFERED.filter((action) => verdictOn(action, situation, person) === 'allowed')
}

/** Reads a report as somebody; null when they may not know of it. */
export async function readAs(world: World, number: string, who: Player | null, queryCode: string | null) {
  try {
    return await getReport(await contextOf(world, who, { queryCode }), number)
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

/** Private words of a report that stand in a text which anybody may read. */
function leaksOf(world: World, number: string, shown: string): string[] {
  const words = world.private.get(number)
  const report = reportOf(world, number)
  if (!words) return []
  const hidden = [...words.always, ...(report.publicText === null ? [] : [words.text])]
  const people = CAST.flatMap(({ id }) => id ?? [])
  return [...hidden, ...people].filter((word) => shown.includes(word))
}

/** 9. Nothing private is in what anybody may read of a report, and of one that is not public there is nothing. */
export async function leaks(world: World, { facts, publicPhotos, events }: Dumped): Promise<string[]> {
  const { number, isPublic } = facts
  const answer = await readAs(world, number, null, null)
  const label = `invariant 9: ${number}:`
  world.tally.searched += 1
  if (!isPublic) {
    if (answer !== null) return [`${label} read by anybody, though it is not public`]
    return publicPhotos.length > 0 ? [`${label} photos are public without it`] : []
  }
  const shown = JSON.stringify(answer)
  const photos = world.private.get(number)?.photos.filter((id) => !publicPhotos.includes(id)) ?? []
  // That a photo was once chosen may be read; the photo itself may not.
  const shownPhotos = photos.filter((id) => shown.includes(`/photos/${id}?`))
  const chosen = events.findLast(
    ({ action, data }) => action === 'publish' || (action === 'redact' && data.photoIds),
  )
  const unchosen = publicPhotos.filter((id) => !((chosen?.data.photoIds ?? []) as string[]).includes(id))
  return [...leaksOf(world, number, shown), ...shownPhotos, ...unchosen].map(
    (word) => `${label} shows ${word}`,
  )
}

/** 9, for the list that anybody may read: no report that is not public, and nothing private of those that are. */
export async function leaksOfList(world: World): Promise<string[]> {
  const list = await listReports(await contextOf(world, null), reportListQuery.parse({ limit: 100 }))
  world.tally.searched += 1
  const shown = JSON.stringify(list)
  const numbers = [...world.reports.keys()]
  const hidden = numbers.filter((number) => !reportOf(world, number).isPublic && shown.includes(number))
  const words = numbers.flatMap((number) => leaksOf(world, number, shown))
  return [...hidden, ...words].map((word) => `invariant 9: the public list shows ${word}`)
}

/** What is wrong with the answer that somebody got: its state, and what it offers them. */
export function wrongInAnswer(world: World, answer: ReportAnswer, who: Player, hasCode: boolean): string[] {
  const { report, timeline, actions } = answer
  const { number } = report
  const expected = reportOf(world, number)
  const offered = offeredTo(world, number, who, hasCode)
  const situation = situationAt(expected, world.now)
  const isStaff = readsAs(personOf(expected, who, hasCode), situation) === 'staff'
  return [
    ...(report.state === expected.state && report.version === expected.version
      ? []
      : [`${number} was answered as ${report.state} ${report.version}`]),
    ...(actions.toSorted().join() === offered.toSorted().join()
      ? []
      : [`invariant 4: ${number} offers ${who.name} ${actions.join(' ')}, not ${offered.join(' ')}`]),
    ...(!isStaff && timeline.some(({ internal }) => internal)
      ? [`invariant 9: ${number} shows ${who.name} an internal note`]
      : []),
  ]
}

/** 3. What was answered under a key is what is kept under it. */
export async function brokenKeys(world: World): Promise<string[]> {
  const kept = await keptAnswers(world.accepted.map(({ request }) => request.key))
  return world.accepted.flatMap(({ request, answer }) => {
    const now = kept.get(request.key)
    if (now === undefined) return [`invariant 3: ${request.number}: nothing is kept for ${request.key}`]
    return answer === null || answer === now ? [] : [`invariant 3: ${request.number}: another answer is kept`]
  })
}

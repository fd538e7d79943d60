import type { Command } from '../../../shared/domain/report-command.ts'
import { outcomeOf, race, tell } from './acting.ts'
import { choicesFor, choose, requestFor, type Dice } from './choices.ts'
import { file } from './filing.ts'
import { anyChoice, step } from './steps.ts'
import { pass, passUntilDue, sweep, tickAll } from './time.ts'
import { verify } from './verify.ts'
import {
  canFollow,
  expectedRefusal,
  followersOf,
  reportOf,
  send,
  take,
  type Reply,
  type Request,
  type World,
} from './world.ts'

/** Two to five people act on one report at the same moment; one of them may press the button twice. */
export async function raceForOne(world: World, dice: Dice): Promise<string> {
  const found = anyChoice(world, dice)
  if (!found) return file(world, dice)
  const requests: Request[] = []
  const racers = dice.next(4) + 2
  while (requests.length < racers) {
    const last = requests.at(-1)
    const choice = choose(world, found.choices, dice)
    requests.push(last && dice.oneIn(4) ? last : await requestFor(world, found.number, choice, dice))
  }
  return race(world, requests)
}

/** Lets the model follow a request that may have won or lost. */
export function applyIfWon(world: World, request: Request, reply: Reply): string[] {
  if (!('answer' in reply)) return []
  world.accepted.push({ request, answer: reply.answer })
  return take(world, request)
}

/** The request of somebody who may take that action on that report; null when nobody may. */
async function requestOf(world: World, number: string, action: string, dice: Dice): Promise<Request | null> {
  const choices = choicesFor(world, number).filter((choice) => choice.action === action)
  return choices.length === 0 ? null : requestFor(world, number, dice.pick(choices), dice)
}

/** Something that ends a lead's way, or leads it further. */
async function leadsStep(world: World, number: string, dice: Dice): Promise<Request | null> {
  for (const action of ['approve', 'decline', 'withdraw', 'finish', 'sign', 'assign']) {
    // Whoever joins at the same moment may demand a photo that an answer carried over has not.
    if (action === 'approve' && world.carriedOver.has(number)) continue
    const request = await requestOf(world, number, action, dice)
    if (request) return request
  }
  return null
}

/** A report that may still be merged into that one, with the request to do so. */
async function joining(world: World, lead: string, dice: Dice): Promise<Request | null> {
  for (const number of world.reports.keys()) {
    const asker = choicesFor(world, number).find(
      ({ action, who }) => action === 'merge' && canFollow(world, reportOf(world, number), lead, who),
    )
    if (!asker) continue
    const request = await requestFor(world, number, asker, dice)
    return { ...request, command: { action: 'merge', leadNumber: lead } as Command }
  }
  return null
}

/** What is sent to one family of reports at one moment; the lead's own step comes last. */
async function familyRequests(world: World, lead: string, dice: Dice): Promise<Request[]> {
  const main = await leadsStep(world, lead, dice)
  if (!main) return []
  const follower = dice.pick(followersOf(world, lead))
  const others = [
    dice.oneIn(2) ? await joining(world, lead, dice) : null,
    await requestOf(world, follower, dice.oneIn(2) ? 'note' : 'unmerge', dice),
  ]
  return [...others.filter((request) => request !== null), main]
}

/** Whoever comes after the lead's step finds another version, or a lead that nobody can follow any more. */
const TOO_LATE = new Set(['STALE_VERSION', 'VALIDATION_FAILED'])

/** A lead is answered or ends at the moment at which others join it, leave it or write to those who follow. */
export async function raceOfFamily(world: World, dice: Dice): Promise<string> {
  const leads = [...world.reports.keys()].filter((number) => followersOf(world, number).length > 0)
  const requests = leads.length > 0 ? await familyRequests(world, dice.pick(leads), dice) : []
  if (requests.length === 0) return step(world, dice)
  const replies = await Promise.all(requests.map((request) => send(world, request)))
  world.tally.familyRaces += 1
  const told: string[] = []
  const problems: string[] = []
  // What was accepted beside the lead's step was there before it, or it would have been refused.
  const touched = requests.flatMap((request, index) => {
    const reply = replies[index] as Reply
    const came = outcomeOf(reply)
    const should = came === 'done' ? expectedRefusal(world, request) : null
    const mayBeLate = request !== requests.at(-1) && TOO_LATE.has(came)
    told.push(`${tell(request)}: ${came}`)
    if (should !== null) problems.push(`${tell(request)}: done, should be ${should}`)
    if (came !== 'done' && !mayBeLate) problems.push(`${tell(request)} in its family: ${came}`)
    return [request.number, ...applyIfWon(world, request, reply)]
  })
  await verify(world, touched, problems)
  return `family: ${told.join(' | ')}`
}

/** Somebody acts at the very moment at which the sweep comes. */
export async function raceWithClock(world: World, dice: Dice): Promise<string> {
  passUntilDue(world, dice)
  const isDue = ({ dueAt }: { dueAt: number | null }) => dueAt !== null && dueAt < world.now
  const due = [...world.reports.values()].filter(isDue).map(({ number }) => number)
  // What moves a due time cannot be foreseen before it is read.
  const choices = due.flatMap((number) =>
    choicesFor(world, number)
      .filter(({ action }) => action !== 'grant')
      .map((choice) => ({ number, choice })),
  )
  if (choices.length === 0) return pass(world, dice)
  const { number, choice } = dice.pick(choices)
  const request = await requestFor(world, number, choice, dice)
  const [reply] = await Promise.all([send(world, request), sweep(world, 1 + dice.next(2))])
  const touched = applyIfWon(world, request, reply)
  const told = `${tell(request)} beside the sweep: ${outcomeOf(reply)}`
  world.tally.clockRaces += 1
  // A sweep that lost to somebody looks again at its next run.
  await sweep(world, 1)
  const moved = tickAll(world, world.reports.keys())
  const isRight = ['done', 'STALE_VERSION'].includes(outcomeOf(reply))
  await verify(world, [number, ...touched, ...moved], isRight ? [] : [told])
  return told
}

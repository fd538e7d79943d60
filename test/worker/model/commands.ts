import * as fc from 'fast-check'
import type { ReportAnswer } from '../../../shared/contract/report.ts'
import type { Command } from '../../../shared/domain/report-command.ts'
import { act, race, repeat, tell } from './acting.ts'
import { leaksOfList, readAs, wrongInAnswer } from './answers.ts'
import { CAST, moveOffice, type Player } from './cast.ts'
import { anybody, choicesFor, choose, diceOf, knows, requestFor, type Dice } from './choices.ts'
import { file } from './filing.ts'
import { sweep, tickAll } from './time.ts'
import { failOn, verify } from './verify.ts'
import {
  canFollow,
  expectedRefusal,
  faultIn,
  followersOf,
  reportOf,
  send,
  take,
  type Reply,
  type Request,
  type World,
} from './world.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const MOST_OPEN = 5

/** What happens; answers what happened, in words. */
type Happening = (world: World, dice: Dice) => Promise<string>

function anyReport(world: World, dice: Dice): string {
  return dice.pick([...world.reports.keys()])
}

function openReports(world: World): string[] {
  return [...world.reports.values()].filter(({ dueAt }) => dueAt !== null).map(({ number }) => number)
}

/** Mostly one that goes on: of the others there are ever more, and little happens to them. */
function likelyReport(world: World, dice: Dice): string {
  const open = openReports(world)
  return open.length > 0 && !dice.oneIn(5) ? dice.pick(open) : anyReport(world, dice)
}

/** A report on which somebody can do something, and what. */
function anyChoice(world: World, dice: Dice) {
  const number = likelyReport(world, dice)
  const choices = choicesFor(world, number)
  return choices.length === 0 ? null : { number, choices }
}

/** One step that somebody may take, now and then over a connection that breaks. */
async function step(world: World, dice: Dice): Promise<string> {
  const found = anyChoice(world, dice)
  if (!found) return file(world, dice)
  const choice = choose(world, found.choices, dice)
  const request = await requestFor(world, found.number, choice, dice)
  if (!dice.oneIn(4)) return act(world, request)
  const on = dice.oneIn(6) ? 'read' : 'write'
  const fault = faultIn(on === 'read' ? 'before' : dice.pick(['after', 'before'] as const), on)
  const told = await act(world, request, fault)
  // The client asks again at once, or some time later (`again`).
  if (dice.oneIn(2)) return told
  return `${told}; ${await sendAgain(world)}`
}

/** Whoever has got no answer asks again: with the same key, for the same thing. */
async function sendAgain(world: World): Promise<string> {
  const unsent = world.unsent.pop()
  if (unsent) {
    world.tally.repeats += 1
    return act(world, unsent)
  }
  const lost = world.accepted.findLastIndex(({ answer }) => answer === null)
  return repeat(world, lost === -1 ? world.accepted.length - 1 : lost)
}

/** An old request again, or its key for something else. */
async function again(world: World, dice: Dice): Promise<string> {
  if (world.unsent.length > 0 && dice.oneIn(2)) return sendAgain(world)
  if (world.accepted.length === 0) return step(world, dice)
  const index = dice.next(world.accepted.length)
  return dice.oneIn(3) ? misuse(world, index, dice) : repeat(world, index)
}

async function misuse(world: World, index: number, dice: Dice): Promise<string> {
  const { request } = world.accepted[index] as { request: Request }
  const other: Request = dice.oneIn(2)
    ? { ...request, command: { action: 'note', text: '另一件事' } }
    : { ...request, ...dice.pick(CAST.map((who) => ({ who, hasCode: false }))) }
  const isSame =
    other.who === request.who && other.command === request.command && other.hasCode === request.hasCode
  if (isSame) return repeat(world, index)
  const expected = knows(world, other.number, other.who, other.hasCode) ? 'IDEMPOTENCY_MISMATCH' : 'NOT_FOUND'
  const reply = await send(world, other)
  world.tally.misused += 1
  const code = 'code' in reply ? reply.code : 'done'
  const problem =
    code === expected ? [] : [`invariant 3: key of ${tell(request)} for ${tell(other)}: ${code}`]
  await verify(world, [other.number], problem)
  return `key of ${tell(request)} for ${tell(other)}`
}

/** Anybody tries anything, complete or not, with what they saw now or a step before. */
async function attempt(world: World, dice: Dice): Promise<string> {
  const number = anyReport(world, dice)
  const isPossible = dice.oneIn(3) ? choicesFor(world, number) : []
  const choice = isPossible.length > 0 ? choose(world, isPossible, dice) : anybody(dice)
  const request = await requestFor(world, number, choice, dice, dice.oneIn(2))
  return act(world, dice.oneIn(6) ? { ...request, version: request.version - 1 } : request)
}

/** Two to five people act on one report at the same moment; one of them may press the button twice. */
async function raceForOne(world: World, dice: Dice): Promise<string> {
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

function passDays(world: World, dice: Dice): void {
  world.now += dice.oneIn(3) ? dice.next(20) * DAY_MS : dice.next(600) * MINUTE_MS
}

/** Until just after something is due, where there is something. */
function passUntilDue(world: World, dice: Dice): void {
  const dues = [...world.reports.values()].flatMap(({ dueAt, escalateAt, overdueLevel }) => [
    ...(dueAt === null ? [] : [dueAt]),
    ...(overdueLevel === 'station' && escalateAt !== null ? [escalateAt] : []),
  ])
  const ahead = dues.filter((at) => at >= world.now)
  if (ahead.length === 0) passDays(world, dice)
  else world.now = dice.pick(ahead) + 1
}

async function sweepAndVerify(world: World, times: number, touched: readonly string[]): Promise<void> {
  await sweep(world, times)
  const moved = tickAll(world, world.reports.keys())
  await verify(world, [...moved, ...touched])
}

/** Time passes; the sweep comes, perhaps late, perhaps twice at once, perhaps not at all. */
async function pass(world: World, dice: Dice): Promise<string> {
  if (dice.oneIn(3)) passDays(world, dice)
  else passUntilDue(world, dice)
  const times = dice.next(3)
  if (times > 0) await sweepAndVerify(world, times, [...world.reports.keys()])
  return `time passes until ${new Date(world.now).toISOString()}, ${times} sweeps`
}

/** Somebody acts at the very moment at which the sweep comes. */
async function raceWithClock(world: World, dice: Dice): Promise<string> {
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
  const mayLose = 'code' in reply && reply.code === 'STALE_VERSION'
  world.tally.clockRaces += 1
  // A sweep that lost to somebody looks again at its next run.
  await sweep(world, 1)
  const moved = tickAll(world, world.reports.keys())
  const problem =
    'answer' in reply || mayLose ? [] : [`${tell(request)} beside the sweep: ${JSON.stringify(reply)}`]
  await verify(world, [number, ...touched, ...moved], problem)
  return `${tell(request)} beside the sweep: ${'answer' in reply ? 'first' : 'too late'}`
}

/** Lets the model follow a request that may have won or lost. */
function applyIfWon(world: World, request: Request, reply: Reply): string[] {
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

/** A lead is answered or ends at the moment at which others join it, leave it or write to those who follow. */
async function raceOfFamily(world: World, dice: Dice): Promise<string> {
  const leads = [...world.reports.keys()].filter((number) => followersOf(world, number).length > 0)
  if (leads.length === 0) return step(world, dice)
  const lead = dice.pick(leads)
  const follower = dice.pick(followersOf(world, lead))
  const main = await leadsStep(world, lead, dice)
  const others = [
    dice.oneIn(2) ? await joining(world, lead, dice) : null,
    await requestOf(world, follower, dice.oneIn(2) ? 'note' : 'unmerge', dice),
  ].filter((request) => request !== null)
  if (!main) return step(world, dice)
  const requests = [...others, main]
  const replies = await Promise.all(requests.map((request) => send(world, request)))
  world.tally.familyRaces += 1
  const problems: string[] = []
  // What was accepted beside the lead's step was there before it, or it would have been refused.
  const touched = requests.flatMap((request, index) => {
    const reply = replies[index] as Reply
    const isMain = request === main
    if (!('answer' in reply)) {
      const may = isMain ? [] : ['STALE_VERSION', 'VALIDATION_FAILED']
      if (!('code' in reply && may.includes(reply.code)))
        problems.push(`${tell(request)}: ${JSON.stringify(reply)}`)
      return [request.number]
    }
    const refusal = expectedRefusal(world, request)
    if (refusal) problems.push(`${tell(request)}: done, should be ${refusal}`)
    return applyIfWon(world, request, reply)
  })
  await verify(world, touched, problems)
  return `family: ${requests.map((request, index) => `${tell(request)} ${'answer' in (replies[index] as Reply)}`).join(' | ')}`
}

/** Somebody reads, with the right to or without. */
async function read(world: World, dice: Dice): Promise<string> {
  const number = anyReport(world, dice)
  const who = dice.pick(CAST)
  const code = dice.pick(['none', 'right', 'wrong'] as const)
  const hasCode = code === 'right'
  const shownCode = { none: null, wrong: '00000000', right: reportOf(world, number).queryCode }[code]
  const answer: ReportAnswer | null = await readAs(world, number, who, shownCode)
  const told = `${who.name} reads …${number.slice(-5)} with ${code} code`
  const isWrong = knows(world, number, who, hasCode) !== (answer !== null)
  failOn(isWrong ? [`invariant 9: ${told}: ${answer === null ? 'nothing' : 'something'}`] : [])
  failOn(answer ? wrongInAnswer(world, answer, who, hasCode) : [])
  failOn(await leaksOfList(world))
  return told
}

/** The finisher is moved to the office that reviews: a person cannot become somebody else by that. */
async function moveFinisher(world: World, dice: Dice): Promise<string> {
  const inReview = [...world.reports.values()].filter(
    ({ state, finishedBy }) => state === 'in_review' && finishedBy !== null,
  )
  if (inReview.length === 0) return step(world, dice)
  const { number, finishedBy } = dice.pick(inReview)
  const finisher = CAST.find(({ id }) => id === finishedBy) as Player
  const before = { ...finisher }
  const { who: reviewer } = choicesFor(world, number).find(({ action }) => action === 'approve') ?? {}
  if (!reviewer) return step(world, dice)
  const { role, station, body, district, deputy } = reviewer
  Object.assign(finisher, { role, station, body, district, deputy })
  try {
    await moveOffice(finisher, finisher)
    const action = dice.oneIn(3) ? ('send_back' as const) : ('approve' as const)
    return await act(world, await requestFor(world, number, { action, who: finisher, hasCode: false }, dice))
  } finally {
    Object.assign(finisher, before)
    await moveOffice(finisher, finisher)
  }
}

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
  [2, 'finisher', moveFinisher],
]

const DICE = 24

function commandOf(name: string, happening: Happening, numbers: readonly number[]) {
  let told = name
  return {
    check: () => true,
    async run(world: World): Promise<void> {
      world.tally.commands += 1
      const dice = diceOf(numbers)
      told = `${name}, and this went wrong`
      told = await (world.reports.size === 0 ? file(world, dice) : happening(world, dice))
    },
    toString: () => told,
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

import { act, repeat, tell } from './acting.ts'
import { leaksOfList, readAs, wrongInAnswer } from './answers.ts'
import { CAST, moveOffice, type Player } from './cast.ts'
import { anybody, choicesFor, choose, knows, requestFor, type Dice } from './choices.ts'
import { file } from './filing.ts'
import { failOn, verify } from './verify.ts'
import { faultIn, reportOf, send, type Request, type World } from './world.ts'

function anyReport(world: World, dice: Dice): string {
  return dice.pick([...world.reports.keys()])
}

/** Numbers of the reports that are somebody's turn. */
export function openReports(world: World): string[] {
  return [...world.reports.values()].filter(({ dueAt }) => dueAt !== null).map(({ number }) => number)
}

/** Mostly one that goes on: of the others there are ever more, and little happens to them. */
function likelyReport(world: World, dice: Dice): string {
  const open = openReports(world)
  return open.length > 0 && !dice.oneIn(5) ? dice.pick(open) : anyReport(world, dice)
}

/** A report on which somebody can do something, and what. */
export function anyChoice(world: World, dice: Dice) {
  const number = likelyReport(world, dice)
  const choices = choicesFor(world, number)
  return choices.length === 0 ? null : { number, choices }
}

/** One step that somebody may take, now and then over a connection that breaks. */
export async function step(world: World, dice: Dice): Promise<string> {
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
export async function again(world: World, dice: Dice): Promise<string> {
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
  // Whoever is signed in is the same caller with and without the query code.
  const isSameCaller =
    other.who === request.who && (other.who.id !== null || other.hasCode === request.hasCode)
  const isSame = isSameCaller && other.command === request.command
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
export async function attempt(world: World, dice: Dice): Promise<string> {
  const number = anyReport(world, dice)
  const possible = dice.oneIn(2) ? choicesFor(world, number) : []
  const choice = possible.length > 0 ? choose(world, possible, dice) : anybody(dice)
  const request = await requestFor(world, number, choice, dice, dice.oneIn(2))
  return act(world, dice.oneIn(6) ? { ...request, version: request.version - 1 } : request)
}

/** Somebody reads, with the right to or without. */
export async function read(world: World, dice: Dice): Promise<string> {
  const number = anyReport(world, dice)
  const who = dice.pick(CAST)
  const code = dice.pick(['none', 'right', 'wrong'] as const)
  const hasCode = code === 'right'
  const shownCode = { none: null, wrong: '00000000', right: reportOf(world, number).queryCode }[code]
  const answer = await readAs(world, number, who, shownCode)
  const told = `${who.name} reads …${number.slice(-5)} with ${code} code`
  const isWrong = knows(world, number, who, hasCode) !== (answer !== null)
  failOn(isWrong ? [`invariant 9: ${told}: ${answer === null ? 'nothing' : 'something'}`] : [])
  failOn(answer ? wrongInAnswer(world, answer, who, hasCode) : [])
  failOn(await leaksOfList(world))
  return told
}

/** The finisher is moved to the office that reviews: a person cannot become somebody else by that. */
export async function moveFinisher(world: World, dice: Dice): Promise<string> {
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

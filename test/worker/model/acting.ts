import type { ReportAnswer } from '../../../shared/contract/report.ts'
import { wrongInAnswer } from './answers.ts'
import type { Fault } from './faulty-database.ts'
import { expectedRefusal, reportOf, send, take, type Reply, type Request, type World } from './world.ts'
import { verify } from './verify.ts'

/** What a reply came to, in a word. */
export function outcomeOf(reply: Reply): string {
  if ('answer' in reply) return 'done'
  return 'code' in reply ? reply.code : 'lost'
}

export function tell({ who, hasCode, number, version, command }: Request): string {
  const { action } = command
  return `${action} of …${number.slice(-5)} at ${version} by ${who.name}${hasCode ? ' with code' : ''}`
}

/** What is wrong with a fresh answer to an accepted request. */
function wrongInFresh(world: World, { who, hasCode }: Request, answer: string): string[] {
  // Whoever lost sight of the report by their own step reads nothing.
  const parsed = JSON.parse(answer) as ReportAnswer | null
  return parsed === null ? [] : wrongInAnswer(world, parsed, who, hasCode)
}

/** What is wrong with a refusal: losers of a race are told where the report stands. */
function wrongInRefusal(world: World, { number }: Request, reply: Reply): string[] {
  if (!('code' in reply) || reply.code !== 'STALE_VERSION') return []
  const { state, version } = reportOf(world, number)
  const isRight = reply.current?.state === state && reply.current.version === version
  return isRight ? [] : [`invariant 2: ${number} answers 409 with ${JSON.stringify(reply.current)}`]
}

/** Sends a request that must be refused, and sees that nothing has changed. */
async function refusedWith(world: World, request: Request, code: string): Promise<string> {
  const reply = await send(world, request)
  world.tally.refused[code] = (world.tally.refused[code] ?? 0) + 1
  const problems = wrongInRefusal(world, request, reply)
  if (outcomeOf(reply) !== code) problems.push(`${tell(request)}: ${outcomeOf(reply)}, should be ${code}`)
  await verify(world, [request.number], problems)
  return `${tell(request)}: ${code}`
}

/** Sends an accepted request once more: the same answer, byte for byte, and nothing happens. */
export async function repeat(world: World, index: number): Promise<string> {
  const accepted = world.accepted[index]
  if (!accepted) return 'nothing to repeat'
  const { request, answer } = accepted
  const reply = await send(world, request)
  world.tally.repeats += 1
  const problems: string[] = []
  if (!('answer' in reply)) problems.push(`invariant 3: ${tell(request)} again: ${outcomeOf(reply)}`)
  else if (answer !== null && reply.answer !== answer)
    problems.push(`invariant 3: ${tell(request)}: another answer`)
  else accepted.answer = reply.answer
  await verify(world, [request.number], problems)
  return `again ${tell(request)}`
}

/** Sends a request that must succeed over a connection that may break. */
async function acceptedOver(world: World, request: Request, fault: Fault | null): Promise<string> {
  const reply = await send(world, request, fault)
  const problems: string[] = []
  const isWritten = fault === null || fault.when === 'after'
  if (fault) world.tally.faults[fault.when] += 1
  if (outcomeOf(reply) !== (fault ? 'lost' : 'done')) problems.push(`${tell(request)}: ${outcomeOf(reply)}`)
  const touched = isWritten ? take(world, request) : [request.number]
  if (isWritten) world.accepted.push({ request, answer: 'answer' in reply ? reply.answer : null })
  else world.unsent.push(request)
  if ('answer' in reply) problems.push(...wrongInFresh(world, request, reply.answer))
  await verify(world, touched, problems)
  return `${tell(request)}${fault ? `, connection lost ${fault.when}` : ''}`
}

/**
 * Sends a request, expects what the design says, and verifies every report that it touched.
 *
 * @returns what happened, in words
 */
export async function act(world: World, request: Request, fault: Fault | null = null): Promise<string> {
  const refusal = expectedRefusal(world, request)
  return refusal === null ? acceptedOver(world, request, fault) : refusedWith(world, request, refusal)
}

/** What the replies of requests that were sent at one moment, with one version of one report, come to. */
function judged(world: World, requests: readonly Request[], replies: readonly Reply[]) {
  const winners = requests.filter((_, index) => 'answer' in (replies[index] as Reply))
  const keys = new Set(winners.map(({ key }) => key))
  const problems: string[] = []
  if (keys.size !== 1) problems.push(`invariant 2: ${keys.size} of ${requests.length} racing requests won`)
  const [winner] = winners
  const touched = winner ? take(world, winner) : []
  requests.forEach((request, index) => {
    const reply = replies[index] as Reply
    if ('answer' in reply) return
    problems.push(...wrongInRefusal(world, request, reply))
    if (outcomeOf(reply) !== 'STALE_VERSION') problems.push(`${tell(request)} lost with ${outcomeOf(reply)}`)
  })
  return { winner, touched, problems }
}

/**
 * Sends requests for one report at the same moment: exactly one key wins, and everybody who sent that one gets the
 * same answer; the others are told where the report now stands.
 */
export async function race(world: World, requests: readonly Request[]): Promise<string> {
  const replies = await Promise.all(requests.map((request) => send(world, request)))
  const { winner, touched, problems } = judged(world, requests, replies)
  const answers = new Set(replies.flatMap((reply) => ('answer' in reply ? [reply.answer] : [])))
  if (answers.size > 1) problems.push(`invariant 3: one key, ${answers.size} answers`)
  const losers = replies.filter((reply) => 'code' in reply).length
  world.tally.races += 1
  world.tally.losers += losers
  if (losers > 0) world.tally.racesLost += 1
  if (winner) world.accepted.push({ request: winner, answer: [...answers][0] ?? null })
  await verify(world, [...requests.map(({ number }) => number), ...touched], problems)
  return `race: ${requests.map(tell).join(' | ')}; won: ${winner ? tell(winner) : 'nobody'}`
}

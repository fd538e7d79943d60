import { actOnTopic } from '../../../worker/use-cases/topic/act.ts'
import { openTopic } from '../../../worker/use-cases/topic/open.ts'
import type { TopicCommand } from '../../../shared/domain/topic-command.ts'
import { outcomeOf, tell } from './acting.ts'
import { BODIES, CAST, type Player } from './cast.ts'
import { choicesFor, choose, newWords, requestFor, type Dice } from './choices.ts'
import { applyIfWon } from './races.ts'
import { step } from './steps.ts'
import { verify } from './verify.ts'
import {
  contextOf,
  followersOf,
  isUnanswered,
  replyOf,
  reportOf,
  send,
  tick,
  touch,
  type Reply,
  type World,
} from './world.ts'

const SUPERVISOR = CAST.find(({ name }) => name === 'supervisor-1') as Player
const BODY = CAST.find(({ body }) => body === BODIES[0]) as Player
const MOST_MEMBERS = 3
/** First, or too late: another version, or a lead that nobody can follow any more. */
const IN_ITS_PLACE = new Set(['done', 'STALE_VERSION', 'VALIDATION_FAILED'])

/** Whatever a topic does to its reports is done by its supervisor, under the topic's key. */
function moveMembers(world: World, numbers: readonly string[], action: 'watch' | 'lift'): string[] {
  const from = action === 'watch' ? 'none' : 'watched'
  const moved = numbers.filter((number) => {
    const { dueAt, supervision } = reportOf(world, number)
    return dueAt !== null && supervision === from
  })
  for (const number of moved) touch(world, number, { action }, SUPERVISOR)
  world.withoutKey += moved.length
  return moved
}

/** The topic's answer answers each of its reports that is on its way, and those that follow it. */
function settleMembers(world: World, numbers: readonly string[]): string[] {
  return numbers.flatMap((number) => {
    const report = reportOf(world, number)
    if (!isUnanswered(report.state)) return []
    const { complexity } = report
    const answer = { text: '', bodyCode: BODY.body, deputyId: null, finishedBy: BODY.id, data: {} }
    const settled = [number, ...followersOf(world, number)]
    for (const one of settled) tick(world, one, { action: 'settle', answer: { ...answer, complexity } })
    return settled
  })
}

async function act(world: World, id: string, version: number, command: TopicCommand): Promise<Reply> {
  const who = command.action === 'answer' ? BODY : SUPERVISOR
  const request = { key: crypto.randomUUID(), body: JSON.stringify(command) }
  world.withoutKey -= 1
  return replyOf(actOnTopic(await contextOf(world, who), id, { version, command }, request))
}

async function open(world: World, reportNumbers: string[]): Promise<string> {
  const opening = { title: '楼道照明', text: newWords('共性问题'), reportNumbers, bodyCode: BODY.body }
  const request = { key: crypto.randomUUID(), body: JSON.stringify(opening) }
  const whole = { ...opening, caseSlug: null, orderText: null, dueAt: null }
  world.withoutKey -= 1
  const { answer } = await openTopic(await contextOf(world, SUPERVISOR), whole, null, request)
  return (JSON.parse(answer) as { topic: { id: string } }).topic.id
}

function someReports(world: World, dice: Dice): string[] {
  const all = [...world.reports.keys()]
  const wanted = Array.from({ length: dice.next(MOST_MEMBERS) + 1 }, () => dice.pick(all))
  return [...new Set(wanted)]
}

/** All of its reports are answered; somebody acts at that moment on one that is on its way. */
async function approve(world: World, id: string, members: readonly string[], dice: Dice): Promise<string> {
  const answered = () => act(world, id, 2, { action: 'approve' })
  const onTheirWay = members.filter((number) => isUnanswered(reportOf(world, number).state))
  if (onTheirWay.length === 0) {
    await answered()
    return 'all of them over'
  }
  const number = dice.pick(onTheirWay)
  const request = await requestFor(world, number, choose(world, choicesFor(world, number), dice), dice)
  const [approved, reply] = await Promise.all([answered(), send(world, request)])
  const told = `${tell(request)} beside it: ${outcomeOf(reply)}`
  // Whoever was accepted was first: the topic would have taken the report along.
  const touched = applyIfWon(world, request, reply)
  const settled = settleMembers(world, members)
  const problems = IN_ITS_PLACE.has(outcomeOf(reply)) ? [] : [told]
  if (!('answer' in approved)) problems.push(`topic approved: ${outcomeOf(approved)}`)
  await verify(world, [number, ...touched, ...settled], problems)
  return told
}

/** A common problem from its opening to its end: answered and supervised as one. */
export async function topic(world: World, dice: Dice): Promise<string> {
  if (world.reports.size === 0) return step(world, dice)
  const members = someReports(world, dice)
  const id = await open(world, members)
  await verify(world, moveMembers(world, members, 'watch'))
  await act(world, id, 1, { action: 'answer', text: newWords('统一答复') })
  const beside = await approve(world, id, members, dice)
  await act(world, id, 3, { action: 'close' })
  await verify(world, moveMembers(world, members, 'lift'))
  world.tally.topics += 1
  return `topic of ${members.map((number) => `…${number.slice(-5)}`).join(', ')}; ${beside}`
}

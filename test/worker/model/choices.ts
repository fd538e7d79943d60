import type { Command } from '../../../shared/domain/report-command.ts'
import { readsAs, verdictOn, type RuledAction } from '../../support/lifecycle-oracle.ts'
import { BODIES, CAST, freshPhoto, type Player } from './cast.ts'
import type { Expected } from './expected-report.ts'
import { personOf, situationAt } from './parts.ts'
import { canFollow, reportOf, type Request, type World } from './world.ts'

/** Chance as a run was given it: the same dice make the same choices, smaller ones simpler ones. */
export interface Dice {
  /** A whole number, 0 ≤ n < `below`. */
  next(below: number): number
  pick<T>(from: readonly T[]): T
  /** True in about one of `times`; not with the smallest dice. */
  oneIn(times: number): boolean
}

export function diceOf(numbers: readonly number[]): Dice {
  let used = 0
  const next = (below: number) => {
    const number = numbers[used % numbers.length] ?? 0
    used += 1
    return number % below
  }
  return {
    next,
    pick(from) {
      const chosen = from[next(from.length)]
      if (chosen === undefined) throw new Error('nothing to choose from')
      return chosen
    },
    oneIn: (times) => next(times) === times - 1,
  }
}

/** Somebody who may do something now. */
interface Choice {
  action: PersonAction
  who: Player
  hasCode: boolean
}
type PersonAction = keyof typeof WEIGHTS

/** How readily each is taken: what carries a report on is likelier than what only accompanies it. */
const WEIGHTS = {
  supplement: 8,
  ask: 12,
  decline: 5,
  appeal: 30,
  merge: 20,
  unmerge: 3,
  assign: 40,
  sign: 40,
  bounce: 10,
  extend: 25,
  grant: 30,
  refuse: 40,
  finish: 40,
  send_back: 8,
  approve: 40,
  rate: 40,
  withdraw: 1,
  watch: 3,
  order: 3,
  lift: 5,
  publish: 8,
  unpublish: 4,
  redact: 8,
  note: 1,
} as const
export const PERSON_ACTIONS = Object.keys(WEIGHTS) as PersonAction[]
const NOT_YET = 3

/** Everybody, and everybody who could come with the query code. */
const VISITORS: { who: Player; hasCode: boolean }[] = [
  ...CAST.map((who) => ({ who, hasCode: false })),
  ...CAST.filter(({ role }) => role === 'anonymous' || role === 'resident').map((who) => ({
    who,
    hasCode: true,
  })),
]

function leadsFor(world: World, report: Expected, who: Player): string[] {
  return [...world.reports.keys()].filter((number) => canFollow(world, report, number, who))
}

/** Everything that anybody may do with a report now, and that can succeed. */
export function choicesFor(world: World, number: string): Choice[] {
  const report = reportOf(world, number)
  const situation = situationAt(report, world.now)
  return VISITORS.flatMap(({ who, hasCode }) => {
    const person = personOf(report, who, hasCode)
    if (person.parts.length === 0) return []
    return PERSON_ACTIONS.filter(
      (action) =>
        verdictOn(action as RuledAction, situation, person) === 'allowed' &&
        (action !== 'merge' || leadsFor(world, report, who).length > 0),
    ).map((action) => ({ action, who, hasCode }))
  })
}

/** One of them: the action by its weight, then any of those who may take it. */
export function choose(world: World, choices: readonly Choice[], dice: Dice): Choice {
  const actions = PERSON_ACTIONS.filter((action) => choices.some((choice) => choice.action === action))
  const weigh = (action: PersonAction) => WEIGHTS[action] * (world.done.has(action) ? 1 : NOT_YET)
  let left = dice.next(actions.reduce((sum, action) => sum + weigh(action), 0))
  const action = actions.find((candidate) => (left -= weigh(candidate)) < 0)
  return dice.pick(choices.filter((choice) => choice.action === action))
}

const DAY_MS = 86_400_000
let words = 0

/** Words that nobody has written before, so that they are known wherever they come out. */
export function newWords(about: string): string {
  words += 1
  return `${about}之${words}号密语。`
}

/** Writes something that must never be public. */
function secretly(world: World, number: string, about: string): string {
  const text = newWords(about)
  world.private.get(number)?.always.push(text)
  return text
}

/** A command that lacks nothing or, where it can and the dice say so, something that the design demands. */
type Made = { command: Command; isComplete: boolean }
type Maker = (world: World, report: Expected, who: Player, dice: Dice, spoil: boolean) => Made | Promise<Made>

const whole = (command: Command): Made => ({ command, isComplete: true })
const said = (about: string) => newWords(about)

const MAKERS: Record<PersonAction, Maker> = {
  supplement: (world, { number }, _who, _dice, spoil) =>
    spoil
      ? { command: { action: 'supplement' }, isComplete: false }
      : whole({ action: 'supplement', text: secretly(world, number, '补充') }),
  ask: () => whole({ action: 'ask', text: said('请补充') }),
  decline: (_world, _report, _who, dice, spoil) =>
    spoil
      ? { command: { action: 'decline', reason: 'other' }, isComplete: false }
      : whole({ action: 'decline', reason: dice.pick(['no_content', 'litigation', 'out_of_area']) }),
  appeal: (world, { number }) => whole({ action: 'appeal', text: secretly(world, number, '申诉') }),
  merge(world, report, who, dice, spoil) {
    const leads = leadsFor(world, report, who)
    const leadNumber = spoil || leads.length === 0 ? report.number : dice.pick(leads)
    return whole({ action: 'merge', leadNumber })
  },
  unmerge: () => whole({ action: 'unmerge' }),
  assign(_world, { stationNumber }, _who, dice, spoil) {
    const complexity = dice.pick(['simple', 'ordinary', 'complex'] as const)
    if (spoil) return { command: { action: 'assign', complexity }, isComplete: false }
    const inPerson = dice.oneIn(5)
    if (inPerson)
      return whole({ action: 'assign', deputyId: `d-${stationNumber}-0${dice.next(2) + 1}`, complexity })
    const [bodyCode, other] = dice.oneIn(4) ? [BODIES[1], BODIES[0]] : BODIES
    const coBodyCodes = dice.oneIn(3) ? [other] : []
    return whole({ action: 'assign', bodyCode, complexity, coBodyCodes })
  },
  sign: () => whole({ action: 'sign' }),
  bounce: () => whole({ action: 'bounce', text: said('不归我们管') }),
  extend: (_world, _report, _who, dice) =>
    whole({ action: 'extend', days: dice.next(15) + 1, text: said('等配件') }),
  grant: () => whole({ action: 'grant' }),
  refuse: () => whole({ action: 'refuse', text: said('不同意') }),
  async finish(_world, { evidenceRequired, channel }, who, _dice, spoil) {
    const text = said('已经办好')
    const isDemanded = evidenceRequired || channel === 'snapshot'
    if ((spoil && isDemanded) || who.id === null)
      return { command: { action: 'finish', text }, isComplete: false }
    // Also where nobody asks for one: a report that follows may.
    return whole({ action: 'finish', text, photoIds: [await freshPhoto(who)] })
  },
  send_back: () => whole({ action: 'send_back', text: said('还有一盏') }),
  approve: () => whole({ action: 'approve' }),
  rate(world, { number }, _who, dice) {
    const satisfied = !dice.oneIn(2)
    const solved = satisfied || dice.oneIn(2)
    return whole({ action: 'rate', answered: true, solved, satisfied, text: secretly(world, number, '评价') })
  },
  withdraw: (world, { number }) => whole({ action: 'withdraw', text: secretly(world, number, '撤回') }),
  watch: () => whole({ action: 'watch' }),
  order: ({ now }, _report, _who, dice, spoil) => ({
    command: { action: 'order', text: said('督办'), dueAt: spoil ? now : now + (dice.next(30) + 1) * DAY_MS },
    isComplete: !spoil,
  }),
  lift: () => whole({ action: 'lift' }),
  publish(world, { number }, _who, dice) {
    const photoIds = (world.private.get(number)?.photos ?? []).filter(() => dice.oneIn(2))
    return whole({ action: 'publish', photoIds, ...(!dice.oneIn(3) && { text: said('公开') }) })
  },
  unpublish: () => whole({ action: 'unpublish' }),
  redact: (_world, _report, _who, dice, spoil) =>
    spoil
      ? { command: { action: 'redact' }, isComplete: false }
      : whole({ action: 'redact', ...(dice.oneIn(2) ? { photoIds: [] } : { text: said('更正') }) }),
  note: (world, { number }) => whole({ action: 'note', text: secretly(world, number, '内部备注') }),
}

/** A request for that action at the report's present version. */
export async function requestFor(
  world: World,
  number: string,
  { action, who, hasCode }: Choice,
  dice: Dice,
  spoil = false,
): Promise<Request> {
  const report = reportOf(world, number)
  const made = await MAKERS[action](world, report, who, dice, spoil)
  return { key: crypto.randomUUID(), who, hasCode, number, version: report.version, ...made }
}

/** Any visitor with any action: mostly somebody who must be refused. */
export function anybody(dice: Dice): Choice {
  return { action: dice.pick(PERSON_ACTIONS), ...dice.pick(VISITORS) }
}

/** Whether somebody may know of a report at all. */
export function knows(world: World, number: string, who: Player, hasCode: boolean): boolean {
  const report = reportOf(world, number)
  return readsAs(personOf(report, who, hasCode), situationAt(report, world.now)) !== null
}

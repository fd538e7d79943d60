import { AppError } from '../../shared/domain/errors.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import type { Action } from '../../shared/domain/report-state.ts'
import { actAt, clockAt, waysAt } from './at-moment.ts'
import type { Caller } from './api.ts'

/** Where a walk may turn: a number picks the way, `others` are the reports that may be merged with. */
interface Turn {
  at: number
  turn: number
  others: readonly string[]
  bodyCodes: readonly string[]
}

/** The actions that move a report, with what each carries. */
const WAYS: Partial<Record<Action, (turn: Turn) => Command>> = {
  supplement: () => ({ action: 'supplement', text: '补充一点情况。' }),
  ask: () => ({ action: 'ask', text: '请问在哪里？' }),
  decline: () => ({ action: 'decline', reason: 'petition' }),
  appeal: () => ({ action: 'appeal', text: '请再看看。' }),
  assign: ({ turn, bodyCodes }) => ({
    action: 'assign',
    bodyCode: bodyCodes[turn % bodyCodes.length] ?? '',
    complexity: 'simple',
  }),
  merge: ({ turn, others }) => ({ action: 'merge', leadNumber: others[turn % others.length] ?? '' }),
  unmerge: () => ({ action: 'unmerge' }),
  sign: () => ({ action: 'sign' }),
  bounce: () => ({ action: 'bounce', text: '不归我们管。' }),
  extend: () => ({ action: 'extend', days: 2, text: '要等材料。' }),
  grant: () => ({ action: 'grant' }),
  refuse: () => ({ action: 'refuse', text: '不能再等。' }),
  finish: () => ({ action: 'finish', text: '已经办好了，请看看。' }),
  send_back: () => ({ action: 'send_back', text: '还没有办好。' }),
  approve: () => ({ action: 'approve' }),
  rate: ({ turn }) => ({
    action: 'rate',
    answered: turn % 2 === 0,
    solved: turn % 3 === 0,
    satisfied: turn % 5 < 2,
  }),
  withdraw: () => ({ action: 'withdraw' }),
}

/** How often a way is taken in comparison to the others, which have 2: without it most walks would end near the gate. */
const WEIGHTS: Partial<Record<Action, number>> = { withdraw: 1, assign: 8, sign: 8, finish: 12, approve: 12 }

/** Everything the callers may do that moves the report. */
async function waysOf(callers: readonly Caller[], number: string, turn: Turn): Promise<[Caller, Command][]> {
  const allowed = await waysAt(callers, number, turn.at)
  return allowed.flatMap(([caller, action]) => {
    const command = WAYS[action]?.(turn)
    return command
      ? Array.from({ length: WEIGHTS[action] ?? 2 }, (): [Caller, Command] => [caller, command])
      : []
  })
}

async function clockMoves(number: string, at: number): Promise<boolean> {
  for (const action of ['archive', 'resume', 'escalate'] as const)
    if (await clockAt(number, at, action)) return true
  return false
}

/** Moves a report by one step: what the clock would do by now, or what one of the callers may do. */
export async function wander(callers: readonly Caller[], number: string, turn: Turn): Promise<void> {
  if (turn.turn % 4 === 0 && (await clockMoves(number, turn.at))) return
  const ways = await waysOf(callers, number, turn)
  const way = ways[Math.floor(turn.turn / 60) % Math.max(ways.length, 1)]
  if (!way) return
  try {
    await actAt(way[0], number, turn.at, way[1])
  } catch (error) {
    // A report cannot follow itself, or one that has ended: then nothing happens on this turn.
    if (!(error instanceof AppError)) throw error
  }
}

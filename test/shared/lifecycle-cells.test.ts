import { describe, expect, it } from 'vitest'
import { allowedActions, decide, LIFECYCLE, type LifecycleRow } from '../../shared/domain/report-lifecycle.ts'
import { viewOf } from '../../shared/domain/report-relations.ts'
import { ACTIONS, CLOCK_ACTIONS, STATES, type State } from '../../shared/domain/report-state.ts'
import { MONDAY, RULES } from '../support/facts.ts'
import { COMMANDS, everyCell, type Cell } from '../support/lifecycle-cells.ts'
import { readsAs, targetsOf, verdictOn, type RuledAction } from '../support/lifecycle-oracle.ts'

const CELLS = everyCell()
const RULED = Object.keys(COMMANDS) as RuledAction[]

/** What a cell is, for whoever must find out which of the two is wrong. */
function describeCell({ name, facts, who }: Cell, action: RuledAction): string {
  const { state, channel, holderType, appealed, extension, supervision, isPublic, consentPublic } = facts
  const shown = { state, channel, holderType, appealed, extension, supervision, isPublic, consentPublic }
  return `${action} by ${name} (${who.parts.join(', ')}): ${JSON.stringify(shown)}`
}

/** How the table's decision differs from the design's, or null. */
function difference(cell: Cell, action: RuledAction): string | null {
  const expected = verdictOn(action, cell.report, cell.who)
  const decision = decide(cell.facts, cell.actor, COMMANDS[action], RULES)
  const found = decision.allowed ? 'allowed' : decision.code
  if (found !== expected) return `${describeCell(cell, action)}: ${found}, should be ${expected}`
  if (!decision.allowed || targetsOf(action, cell.facts.state).includes(decision.to)) return null
  return `${describeCell(cell, action)}: leads to ${decision.to}`
}

/** Whether what is offered is exactly what would be allowed. */
function offersWrongly(cell: Cell): string | null {
  const offered = new Set<string>(allowedActions(cell.facts, cell.actor, MONDAY))
  const isClocks = (action: RuledAction) => (CLOCK_ACTIONS as readonly string[]).includes(action)
  const wrong = RULED.find((action) => {
    const isTheirs = !isClocks(action) && verdictOn(action, cell.report, cell.who) === 'allowed'
    return isTheirs !== offered.has(action)
  })
  return wrong ? `offered: ${describeCell(cell, wrong)}` : null
}

/** Everything that is wrong with a cell. */
function* problemsOf(cell: Cell): Generator<string> {
  for (const action of RULED) {
    const problem = difference(cell, action)
    if (problem) yield problem
  }
  const offer = offersWrongly(cell)
  if (offer) yield offer
  if (viewOf(cell.facts, cell.actor) !== readsAs(cell.who, cell.report)) {
    yield `reads wrongly: ${describeCell(cell, 'note')}`
  }
}

describe('every cell of the lifecycle', () => {
  it('has an expectation for every action', () => {
    expect(RULED.toSorted()).toEqual(ACTIONS.filter((action) => action !== 'submit').toSorted())
  })

  it('is allowed, refused, offered and shown exactly as the design says', () => {
    const verdicts = { allowed: 0, NOT_ALLOWED: 0, ILLEGAL_TRANSITION: 0 }
    const wrong = new Set<string>()
    for (const cell of CELLS) {
      for (const action of RULED) verdicts[verdictOn(action, cell.report, cell.who)] += 1
      for (const problem of problemsOf(cell)) wrong.add(problem)
    }
    const cells = Object.values(verdicts).reduce((sum, count) => sum + count, 0)
    console.log(`${cells} cells of the lifecycle: ${JSON.stringify(verdicts)}`)
    expect([...wrong].slice(0, 20)).toEqual([])
    expect(Math.min(...Object.values(verdicts))).toBeGreaterThan(100_000)
  })
})

/** A row of the table that can be spoilt. */
type Row = { -readonly [K in keyof LifecycleRow]: LifecycleRow[K] }

/** Puts something else into a row, asks whether any of the cells shows it, and puts it back. */
function isNoticed<K extends 'from' | 'guards' | 'by'>(
  row: Row,
  part: K,
  spoilt: Row[K],
  cells: readonly Cell[],
): boolean {
  const right = row[part]
  row[part] = spoilt
  try {
    return cells.some((cell) => difference(cell, row.action) !== null)
  } finally {
    row[part] = right
  }
}

/** Whether another row of the action, or the clock's own condition, already says what a state in this row would. */
function saysNothingNew(row: Row, state: State): boolean {
  if (row.action === 'escalate' && ['needs_info', 'answered'].includes(state)) return true
  return LIFECYCLE.some((other) => other !== row && other.action === row.action && other.from.includes(state))
}

describe('a table that is wrong', () => {
  const byState = new Map(STATES.map((state) => [state, CELLS.filter(({ facts }) => facts.state === state)]))
  const cellsIn = (states: readonly State[]) => states.flatMap((state) => byState.get(state) ?? [])

  it.each(LIFECYCLE.map((row) => [row.action, row] as const))(
    'is noticed in the row of %s',
    (_, row: Row) => {
      const { from, guards = [], by } = row
      for (const state of STATES.filter((candidate) => !saysNothingNew(row, candidate))) {
        const changed = from.includes(state) ? from.filter((one) => one !== state) : [...from, state]
        expect(isNoticed(row, 'from', changed, cellsIn([state])), `${row.action} ${state}`).toBe(true)
      }
      for (const guard of guards) {
        const others = guards.filter((one) => one !== guard)
        expect(isNoticed(row, 'guards', others, cellsIn(from)), `${row.action} without a guard`).toBe(true)
      }
      for (const relation of by) {
        const others = by.filter((one) => one !== relation)
        expect(isNoticed(row, 'by', others, cellsIn(from)), `${row.action} without ${relation}`).toBe(true)
      }
    },
  )
})

import type { DemoProblem, ProblemStep } from '../../worker/demo-city/problem-script-shape.ts'
import { DEMO_PROBLEMS } from '../../worker/demo-city/problem-scripts.ts'

/** An independent reading of decision 0010: from where, to where (`=` stays); null before there is a topic. */
const MOVES: Record<ProblemStep['action'], readonly [from: readonly (string | null)[], to: string]> = {
  tell: [[null], '='],
  open: [[null], 'open'],
  order: [['open'], '='],
  answer: [['open'], 'in_review'],
  approve: [['in_review'], 'answered'],
  propose: [['open', 'in_review', 'answered'], '='],
}

/** What has become of a problem. */
export interface ProblemEnd {
  problem: DemoProblem
  /** Null for one that nobody opened. */
  state: string | null
  told: boolean
  proposed: boolean
}

/** Walks a problem through its life. @throws Error at the first step that is not legal */
export function walkProblem(problem: DemoProblem): ProblemEnd {
  let state: string | null = null
  let ordered = false
  for (const { action } of problem.steps) {
    const [from, to] = MOVES[action]
    if (!from.includes(state)) throw new Error(`illegal, ${problem.key}: ${action} in ${state}`)
    if (action === 'answer' && !ordered) throw new Error(`nobody was asked, ${problem.key}`)
    ordered ||= action === 'order'
    if (to !== '=') state = to
  }
  const has = (action: ProblemStep['action']) => problem.steps.some((step) => step.action === action)
  return { problem, state, told: has('tell'), proposed: has('propose') }
}

/** How many hours old a report is when its problem's answer is passed on to it; Infinity when it never is. */
export function ageAtTopicsAnswer({ key, daysAgo }: { key: string; daysAgo: number }): number {
  const problem = DEMO_PROBLEMS.find(({ reports }) => reports.includes(key))
  const approval = problem?.steps.findIndex(({ action }) => action === 'approve') ?? -1
  if (!problem || approval < 0) return Infinity
  const hours = problem.steps.slice(0, approval + 1).reduce((sum, { afterHours }) => sum + afterHours, 0)
  return (daysAgo - problem.daysAgo) * 24 + hours
}

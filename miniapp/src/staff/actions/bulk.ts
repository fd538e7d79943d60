import type { ReportRow } from '@shared/contract/report.ts'
import type { Role } from '@shared/domain/actor.ts'
import type { State } from '@shared/domain/report-state.ts'

/** What can be done with several reports at once: the obvious. */
export const BULK_ACTIONS = ['assign', 'sign', 'approve', 'decline'] as const
export type BulkAction = (typeof BULK_ACTIONS)[number]

/** In which state of a report that waits for one's own office, and for which offices. The API decides in the end. */
const OBVIOUS: Record<BulkAction, { state: State; roles: readonly Role[] }> = {
  assign: { state: 'submitted', roles: ['station', 'supervisor'] },
  sign: { state: 'assigned', roles: ['body', 'deputy'] },
  approve: { state: 'in_review', roles: ['station', 'supervisor', 'deputy'] },
  decline: { state: 'submitted', roles: ['station', 'supervisor'] },
}

export interface BulkChoice {
  action: BulkAction
  /** those of the marked rows that it can be done with */
  rows: ReportRow[]
}

/** What the marked rows of an inbox offer; an action that fits none of them is left out. */
export function bulkChoices(marked: readonly ReportRow[], role: Role): BulkChoice[] {
  return BULK_ACTIONS.filter((action) => OBVIOUS[action].roles.includes(role))
    .map((action) => ({ action, rows: marked.filter(({ state }) => state === OBVIOUS[action].state) }))
    .filter(({ rows }) => rows.length > 0)
}

/** How it went with one report. unknown: no answer came, it may have happened; the same request may be sent again. */
export type Outcome = { kind: 'waiting' | 'done' } | { kind: 'refused' | 'unknown'; message: string }

/** Runs `work` over all items, `width` at a time, each exactly once. */
export async function inLanes<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items]
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane))
}

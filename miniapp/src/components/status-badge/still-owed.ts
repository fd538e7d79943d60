import { OPEN_STATES, type State } from '@shared/domain/report-state.ts'

/** Whether the reporter still has something to wait for: also while another report is dealt with in this one's place. */
export function stillOwed(state: State): boolean {
  return state === 'merged' || (OPEN_STATES as readonly State[]).includes(state)
}

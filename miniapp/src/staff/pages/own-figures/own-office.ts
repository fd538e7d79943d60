import type { Account } from '@shared/contract/session.ts'
import type { Figures } from '@shared/domain/figures.ts'

/** Whose figures they are, and which of its steps have a limit. */
export interface OwnOffice {
  asked: { station: string } | { body: string }
  steps: readonly (keyof Figures['onTime'])[]
}

/** Stations and bodies have figures of their own. */
export function officeOf({ role, stationNumber, bodyCode }: Account): OwnOffice | null {
  if (role === 'station' && stationNumber) {
    return { asked: { station: stationNumber }, steps: ['preReview', 'review', 'promise'] }
  }
  if (role === 'body' && bodyCode) return { asked: { body: bodyCode }, steps: ['sign', 'handle', 'promise'] }
  return null
}

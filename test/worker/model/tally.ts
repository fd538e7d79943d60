import { ACTIONS } from '../../../shared/domain/report-state.ts'

/** What a run has really done: a model that never comes somewhere proves nothing about it. */
export interface Tally {
  runs: number
  commands: number
  /** Events the model saw written, by action; those of the clock again on their own. */
  actions: Record<string, number>
  byClock: Record<string, number>
  /** Requests that had to be refused, by code. */
  refused: Record<string, number>
  /** Races, those in which several were really too late, and the requests that were. */
  races: number
  racesLost: number
  losers: number
  /** Races of people with the clock, and of one family of merged reports. */
  clockRaces: number
  familyRaces: number
  topics: number
  /** Connections that broke before and after the database had done its work. */
  faults: { before: number; after: number }
  /** Requests that were sent again, and keys that were used for something else. */
  repeats: number
  misused: number
  sweeps: number
  /** Public answers that were searched for private words. */
  searched: number
}

export function newTally(): Tally {
  return {
    runs: 0,
    commands: 0,
    actions: {},
    byClock: {},
    refused: {},
    races: 0,
    racesLost: 0,
    losers: 0,
    clockRaces: 0,
    familyRaces: 0,
    topics: 0,
    faults: { before: 0, after: 0 },
    repeats: 0,
    misused: 0,
    sweeps: 0,
    searched: 0,
  }
}

/** What erases a report's words leaves nothing to compare it by, and has tests of its own. */
const MODELLED = ACTIONS.filter((action) => action !== 'anonymise')
const BY_CLOCK = ['archive', 'resume', 'escalate', 'settle', 'unmerge']
const REFUSALS = ['NOT_FOUND', 'NOT_ALLOWED', 'ILLEGAL_TRANSITION', 'VALIDATION_FAILED', 'STALE_VERSION']

/** What a run should have done and did not. */
export function neverDone(tally: Tally): string[] {
  const { races, racesLost, clockRaces, familyRaces, topics, faults, repeats, misused, sweeps, searched } =
    tally
  const counts = {
    ...Object.fromEntries(MODELLED.map((action) => [action, tally.actions[action]])),
    ...Object.fromEntries(BY_CLOCK.map((action) => [`${action} by the clock`, tally.byClock[action]])),
    ...Object.fromEntries(REFUSALS.map((code) => [code, tally.refused[code]])),
    races,
    racesLost,
    clockRaces,
    familyRaces,
    topics,
    repeats,
    misused,
    sweeps,
    searched,
    'faults before': faults.before,
    'faults after': faults.after,
  }
  return Object.entries(counts).flatMap(([what, times]) => (times ? [] : [what]))
}

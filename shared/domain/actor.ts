/** The kinds of account. `resident` covers every device session without a name. */
export const ROLES = ['resident', 'deputy', 'station', 'body', 'supervisor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Roles that work with other people's reports. */
export const STAFF_ROLES = [
  'deputy',
  'station',
  'body',
  'supervisor',
  'admin',
] as const satisfies readonly Role[]

/**
 * Who is asking. `anonymous` has no session; `clock` is the scheduled sweep.
 *
 * `reporterOf` is the number of the one report for which the caller showed the right query code.
 */
export interface Actor {
  role: Role | 'anonymous' | 'clock'
  /** Account id; null for anonymous callers and the clock. */
  id: string | null
  /** The person's name, for colleagues only. */
  person: string | null
  /** The name that goes into the timeline: the office's, never a staff member's. */
  name: string
  stationNumber: string | null
  bodyCode: string | null
  /** A supervisor's district code; null means the whole city. */
  districtCode: string | null
  deputyId: string | null
  reporterOf: string | null
}

/** True for accounts that work with other people's reports. */
export function isStaff(actor: Pick<Actor, 'role'>): boolean {
  return (STAFF_ROLES as readonly string[]).includes(actor.role)
}

/** True when a supervisor's field covers the district. */
export function supervises(actor: Actor, districtCode: string): boolean {
  return actor.role === 'supervisor' && (actor.districtCode === null || actor.districtCode === districtCode)
}

/** A caller without a session. */
export const ANONYMOUS: Actor = {
  role: 'anonymous',
  id: null,
  person: null,
  name: '',
  stationNumber: null,
  bodyCode: null,
  districtCode: null,
  deputyId: null,
  reporterOf: null,
}

/** What happens by itself is the clock's doing. */
export const CLOCK: Actor = { ...ANONYMOUS, role: 'clock' }

import { ROLES, STAFF_ROLES, type Role } from './actor.ts'

/** Whoever may stand at the door: nobody in particular, and every role. */
export const CALLERS = ['anonymous', ...ROLES] as const
export type Caller = (typeof CALLERS)[number]

/**
 * What the thing that is asked for must be to whoever asks.
 *
 * - `any`: it is anybody's, or there is no single thing, as in a list that holds only what the caller may see
 * - `own`: their session, their inbox, their account
 * - `public`: it is published
 * - `reporter`: they filed it, known by session or by query code
 * - `office`: their office has to do with it: its station, its body or one that helps, a deputy of it, its district
 * - `charge`: their office holds or oversees it now
 * - `bearer`: the request itself carries what opens it: a password, the token of an invitation, a signed link
 */
export const GRANTS = ['any', 'own', 'public', 'reporter', 'office', 'charge', 'bearer'] as const
export type Grant = (typeof GRANTS)[number]

/** Who may call an operation, and by which of these. Who is not in it may not. */
export type Permission = Readonly<Partial<Record<Caller, readonly Grant[]>>>

function each(callers: readonly Caller[], grants: readonly Grant[]): Permission {
  return Object.fromEntries(callers.map((caller) => [caller, grants]))
}

const EVERYBODY = CALLERS
const SIGNED_IN: readonly Role[] = ROLES
const OFFICES = ['station', 'body', 'deputy', 'supervisor'] as const satisfies readonly Role[]

/** For everybody alike. */
export const ANYBODY = each(EVERYBODY, ['any'])
/** What the request itself opens. */
export const BEARER = each(EVERYBODY, ['bearer'])
/** Of whoever has a session, their own. */
export const OWN = each(SIGNED_IN, ['own'])
/** Of staff, their own. */
export const STAFF_OWN = each(STAFF_ROLES, ['own'])
export const STAFF_ANY = each(STAFF_ROLES, ['any'])
export const ADMIN: Permission = { admin: ['any'] }
/** Reports: anybody's that is published, one's own, and an office's that has to do with it. */
export const READ_REPORT: Permission = {
  ...each(EVERYBODY, ['public', 'reporter']),
  ...each(OFFICES, ['public', 'reporter', 'office']),
}
/** What the offices that deal with reports keep for themselves. */
export const OWN_OFFICE = each(['station', 'body'], ['own'])
/** What a station keeps of itself: its officers, and administrators. */
export const OWN_STATION: Permission = { ...each(['station'], ['office']), admin: ['any'] }
/** Whoever has a session may say that they have met what is published. */
export const JOIN_REPORT = each(SIGNED_IN, ['public'])
/** What belongs to the reporter alone. */
export const REPORTER = each(EVERYBODY, ['reporter'])
/** The contact: whole for who left it, masked for the office in charge. */
export const READ_CONTACT: Permission = { ...REPORTER, ...each(OFFICES, ['reporter', 'charge']) }
export const REVEAL_CONTACT: Permission = each(OFFICES, ['charge'])
/** A number is looked for where the caller's office may read the reports anyway. */
export const SEARCH_CONTACTS: Permission = each(['station', 'body', 'supervisor'], ['office'])
export const TOPIC_READERS: Permission = each(['supervisor', 'body'], ['office'])
export const SUPERVISORS: Permission = { supervisor: ['office'] }
/** Of deputies, what they themselves did. */
export const DEPUTIES: Permission = { deputy: ['own'] }
/** Whoever files with an API key is a resident to us: the key opens what the request asks for, and nothing else. */
export const API_KEY: Permission = { resident: ['bearer'] }
export const RESIDENTS: Permission = { resident: ['own'] }

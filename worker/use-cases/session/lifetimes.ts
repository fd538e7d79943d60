import type { Role } from '../../../shared/domain/actor.ts'

/** How long a session lasts, in milliseconds. */
export interface Lifetime {
  /** Without use; every use begins it anew. */
  idleMs: number
  /** In all, used or not. */
  absoluteMs: number
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const STAFF: Lifetime = { idleMs: 8 * HOUR_MS, absoluteMs: 7 * DAY_MS }

/** By role. A resident's device holds the reports that were filed with it: it is let go of late. */
export const LIFETIMES: Readonly<Record<Role, Lifetime>> = {
  resident: { idleMs: 180 * DAY_MS, absoluteMs: 730 * DAY_MS },
  deputy: STAFF,
  station: STAFF,
  body: STAFF,
  supervisor: STAFF,
  admin: STAFF,
}

import { bitsWorth, EASIEST_BITS, HARDEST_BITS } from './proof-of-work.ts'

/**
 * What is counted: reports, photos, new device sessions and steps as they are made; wrong passwords, wrong query
 * codes and numbers nobody may read as they are tried; reports of one wording, which are held and never refused.
 */
export const DEEDS = [
  'submit',
  'upload',
  'device-session',
  'act',
  'sign-in',
  'password',
  'query-code',
  'same-text',
] as const
export type Deed = (typeof DEEDS)[number]

/** Why a new report should be looked at before anything is done with it. */
export const HELD_REASONS = ['repeated'] as const
export type HeldReason = (typeof HELD_REASONS)[number]

/** Whose doings are counted together. `actor` is the session, `city` everybody. */
export type CountedPer = 'actor' | 'address' | 'station' | 'username' | 'number' | 'city'

/** One rule. Windows are fixed and begin with the city's day, so a count starts anew at the same time for all. */
export interface Limit {
  deed: Deed
  per: CountedPer
  /** Minutes; a whole part of a day. */
  window: number
  /** After so many uses a proof of work is asked for, twice as hard each time the uses double; null for never. */
  near: number | null
  /** After so many uses it is refused, proof or not; null where that would lock out somebody who did nothing. */
  most: number | null
}

const QUARTER = 15
const HOUR = 60
const DAY = 1440

const SAME_TEXT: readonly Limit[] = [
  { deed: 'same-text', per: 'actor', window: DAY, near: null, most: 3 },
  { deed: 'same-text', per: 'address', window: DAY, near: null, most: 3 },
  { deed: 'same-text', per: 'city', window: DAY, near: null, most: 20 },
]

/** Of a city that is open to the world. An address may be a whole housing estate behind one router. */
const CITY_LIMITS: readonly Limit[] = [
  { deed: 'submit', per: 'actor', window: HOUR, near: 6, most: 30 },
  { deed: 'submit', per: 'actor', window: DAY, near: 20, most: 60 },
  { deed: 'submit', per: 'address', window: HOUR, near: 60, most: 600 },
  { deed: 'submit', per: 'address', window: DAY, near: 300, most: 3000 },
  // A station is open to everybody: no crowd may close it for the next one.
  { deed: 'submit', per: 'station', window: HOUR, near: 100, most: null },
  { deed: 'upload', per: 'actor', window: HOUR, near: 60, most: 200 },
  { deed: 'upload', per: 'address', window: HOUR, near: 300, most: 2000 },
  { deed: 'device-session', per: 'address', window: HOUR, near: 60, most: 600 },
  { deed: 'act', per: 'actor', window: HOUR, near: null, most: 600 },
  { deed: 'act', per: 'address', window: HOUR, near: null, most: 6000 },
  // Whoever knows a name or a number could lock its owner out: these ask for work and refuse nobody.
  { deed: 'sign-in', per: 'username', window: QUARTER, near: 5, most: null },
  { deed: 'query-code', per: 'number', window: HOUR, near: 10, most: null },
  { deed: 'sign-in', per: 'address', window: QUARTER, near: 20, most: 100 },
  // Whoever found a desk left open must not try out its password.
  { deed: 'password', per: 'actor', window: HOUR, near: null, most: 10 },
  { deed: 'query-code', per: 'actor', window: HOUR, near: 10, most: 60 },
  { deed: 'query-code', per: 'address', window: HOUR, near: 30, most: 200 },
  ...SAME_TEXT,
]

/** Of the demonstration city: one machine may file 1,000 reports a minute and play every part at once. */
const DEMO_LIMITS: readonly Limit[] = [
  { deed: 'submit', per: 'actor', window: HOUR, near: 200_000, most: 400_000 },
  { deed: 'submit', per: 'address', window: HOUR, near: 200_000, most: 400_000 },
  { deed: 'submit', per: 'station', window: HOUR, near: 200_000, most: null },
  { deed: 'upload', per: 'actor', window: HOUR, near: 200_000, most: 400_000 },
  { deed: 'upload', per: 'address', window: HOUR, near: 200_000, most: 400_000 },
  { deed: 'device-session', per: 'address', window: HOUR, near: 200_000, most: 400_000 },
  { deed: 'act', per: 'actor', window: HOUR, near: null, most: 400_000 },
  { deed: 'act', per: 'address', window: HOUR, near: null, most: 400_000 },
  // The one machine is everybody's address: what is guessed of a name or a number still makes the next guess dearer.
  { deed: 'sign-in', per: 'username', window: QUARTER, near: 100, most: null },
  { deed: 'query-code', per: 'number', window: QUARTER, near: 300, most: null },
  { deed: 'sign-in', per: 'address', window: QUARTER, near: 2000, most: 5000 },
  { deed: 'password', per: 'actor', window: QUARTER, near: null, most: 30 },
  { deed: 'query-code', per: 'actor', window: QUARTER, near: 200_000, most: 400_000 },
  { deed: 'query-code', per: 'address', window: QUARTER, near: 200_000, most: 400_000 },
  ...SAME_TEXT,
]

/** The rules of a city. */
export function limitsOf(city: { demoCity: boolean }): readonly Limit[] {
  return city.demoCity ? DEMO_LIMITS : CITY_LIMITS
}

const MINUTE_MS = 60_000
/** Asia/Shanghai is eight hours ahead and knows no summer time. */
const CITY_AHEAD_MS = 8 * HOUR * MINUTE_MS

/** When the window ends that the moment `now` lies in; both milliseconds. */
export function windowEnd(limit: Pick<Limit, 'window'>, now: number): number {
  const length = limit.window * MINUTE_MS
  return (Math.floor((now + CITY_AHEAD_MS) / length) + 1) * length - CITY_AHEAD_MS
}

/** How hard a proof must be after so many uses, in bits. */
function bitsAfter(near: number, uses: number): number {
  const doublings = Math.floor(Math.log2(Math.max(uses, near) / near))
  return Math.min(EASIEST_BITS + doublings, HARDEST_BITS)
}

/** The number of uses at which a caller is stopped who shows a proof of `bits`, or none (0); null for never. */
export function usesUntilStopped({ near, most }: Limit, bits: number): number | null {
  if (near === null) return most
  const covered = near * bitsWorth(bits)
  if (bits >= HARDEST_BITS || (most !== null && covered > most)) return most
  return covered
}

/** What somebody hears who was stopped: how long to wait, or how hard to work. */
export type Stop = { wait: true; untilAt: number } | { wait: false; bits: number }

/** One rule as a caller stands to it. */
export interface Standing {
  limit: Limit
  /** Before this request. */
  uses: number
  /** Milliseconds. */
  endsAt: number
}

/** Why a caller with a proof of `bits` (0 for none) does not pass; null when they do. */
export function stopOf(standings: readonly Standing[], bits: number): Stop | null {
  const stopped = standings.filter(({ limit, uses }) => uses >= (usesUntilStopped(limit, bits) ?? Infinity))
  if (stopped.length === 0) return null
  const over = stopped.filter(({ limit, uses }) => uses >= (limit.most ?? Infinity))
  if (over.length > 0) return { wait: true, untilAt: Math.max(...over.map(({ endsAt }) => endsAt)) }
  return {
    wait: false,
    bits: Math.max(...stopped.map(({ limit, uses }) => bitsAfter(limit.near ?? 1, uses))),
  }
}

/** A text without what does not change its wording: size, width, spaces and marks. */
export function foldedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

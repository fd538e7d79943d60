import { AppError } from '../../../shared/domain/errors.ts'
import {
  stopOf,
  usesUntilStopped,
  windowEnd,
  type Deed,
  type Limit,
  type Stop,
} from '../../../shared/domain/limits.ts'
import type { Context } from '../../context.ts'
import {
  countUse,
  readCounts,
  spendProof,
  type Counted,
  type Counter,
  type CountWhen,
  type Spending,
} from '../../repository/limits.ts'
import type { Query } from '../../repository/query.ts'
import { issueChallenge, readProof } from './proof.ts'

/** What a deed concerns; what is missing is not counted by. */
export interface Subjects {
  station?: string | null
  username?: string
  number?: string
  /** Counts only what is done with these very words. */
  words?: string
}

/** The rules of a deed as they stand for one request. */
export interface Gate {
  deed: Deed
  counters: (Counter & { limit: Limit })[]
  /** Bits of the caller's proof of work, 0 for none. */
  bits: number
  proof: Spending
}

function subjectOf(ctx: Context, { per }: Limit, subjects: Subjects): string | null {
  switch (per) {
    case 'actor':
      return ctx.credentials.tokenHash ?? ctx.credentials.apiKeyHash ?? null
    case 'address':
      return ctx.credentials.addressKey
    case 'city':
      return ''
    default:
      return subjects[per] ?? null
  }
}

async function countersOf(ctx: Context, deed: Deed, subjects: Subjects, bits: number) {
  const counters = await Promise.all(
    ctx.config.limits.map(async (limit) => {
      const subject = limit.deed === deed ? subjectOf(ctx, limit, subjects) : null
      if (subject === null) return null
      return {
        limit,
        rule: `${deed} ${limit.per} ${limit.window}`,
        key: await ctx.secrets.countKey(`${deed}\n${limit.per}\n${subject}\n${subjects.words ?? ''}`),
        endsAt: windowEnd(limit, ctx.now()),
        free: usesUntilStopped(limit, 0),
        proved: usesUntilStopped(limit, bits),
      }
    }),
  )
  return counters.filter((counter) => counter !== null)
}

/**
 * Looks up which rules a request falls under, and checks the proof of work it shows.
 *
 * @param request what makes this request another one than the next: a proof is good for it and its repetitions
 */
export async function openGate(
  ctx: Context,
  deed: Deed,
  subjects: Subjects,
  request: string = ctx.newId(),
): Promise<Gate> {
  const proof = await readProof(ctx, deed)
  const bits = proof?.bits ?? 0
  return {
    deed,
    counters: await countersOf(ctx, deed, subjects, bits),
    bits,
    proof: proof && {
      id: proof.id,
      expiresAt: proof.expiresAt,
      spentFor: await ctx.secrets.countKey(`request\n${request}`),
    },
  }
}

/** Asks how the caller stands, without counting; to be run together with the request's own queries. */
export function lookAtGate(ctx: Context, { counters, proof }: Gate): [Query<void>, Query<Counted>] {
  return [spendProof(ctx.db, proof), readCounts(ctx.db, counters, proof)]
}

/** Asks how the caller stands and counts the request, unless it is stopped; to be run like `lookAtGate`. */
export function countAtGate(
  ctx: Context,
  gate: Gate,
  when: CountWhen = { what: 'tried' },
): [Query<void>, Query<Counted>, Query<void>] {
  return [...lookAtGate(ctx, gate), countUse(ctx.db, gate.counters, gate.proof, when)]
}

/** Why the caller is stopped; null when they pass. */
export function stopAtGate({ counters, bits }: Gate, { uses, isProved }: Counted): Stop | null {
  const standings = counters.map((counter, index) => ({ ...counter, uses: uses[index] ?? 0 }))
  return stopOf(standings, isProved ? bits : 0)
}

/**
 * Lets the caller pass, or says what to do.
 *
 * @throws AppError `PROOF_REQUIRED` with a challenge, `RATE_LIMITED` with the seconds until the window ends
 */
export async function passGate(ctx: Context, gate: Gate, counted: Counted): Promise<void> {
  const stop = stopAtGate(gate, counted)
  if (stop === null) return
  if (!stop.wait) {
    throw new AppError('PROOF_REQUIRED', { challenge: await issueChallenge(ctx, gate.deed, stop.bits) })
  }
  const retryAfter = Math.max(1, Math.ceil((stop.untilAt - ctx.now()) / 1000))
  throw new AppError('RATE_LIMITED', { retryAfter })
}

import type { WishAnswer, WishRequest } from '../../../shared/contract/case-wish.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import {
  demandFor,
  putWish,
  removeWish,
  wishOfSession,
  type DistrictWishes,
} from '../../repository/case-wishes.ts'
import { runBatch } from '../../repository/query.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { newDeviceSession, type NewSession } from '../session/new-session.ts'
import { switchedOff } from '../../repository/switches.ts'
import { requireOn } from '../switch/require-on.ts'
import { withActor } from '../session/with-actor.ts'
import { demandShown } from './demand-shown.ts'
import { knownCase } from './known-case.ts'

/** How a case stands with its caller. */
function standing(ctx: Context, slug: string) {
  return [
    demandFor(ctx.db, slug, ctx.locale),
    wishOfSession(ctx.db, slug, ctx.credentials.tokenHash, ctx.locale),
  ] as const
}

/** Where a case is wanted, and where the caller wants it. @throws AppError `NOT_FOUND` */
export async function readWishes(ctx: Context, slug: string): Promise<WishAnswer> {
  knownCase(slug)
  const { answers } = await withActor(ctx, standing(ctx, slug))
  return { demand: demandShown(answers[0]), mine: answers[1] }
}

/** A device that has no session yet is counted as one that opens one: that is what a wish of nobody costs. */
function openWishGate(ctx: Context) {
  return openGate(ctx, ctx.credentials.tokenHash === null ? 'device-session' : 'act', {})
}

/** What a wish changed, and the session that was opened when the caller had none. */
export interface Wished {
  answer: WishAnswer
  isFirst: boolean
  opened: NewSession | null
}

/**
 * Counts the caller among those who want a case in their district. A second wish of the same person counts no further:
 * it only names the district anew.
 *
 * @throws AppError `NOT_FOUND`, `VALIDATION_FAILED` for an unknown district, `SWITCHED_OFF`; `PROOF_REQUIRED`, `RATE_LIMITED`
 */
export async function wishForCase(ctx: Context, slug: string, { district }: WishRequest): Promise<Wished> {
  knownCase(slug)
  const gate = await openWishGate(ctx)
  const { actor, answers } = await withActor(ctx, [
    ...standing(ctx, slug),
    switchedOff(ctx.db),
    ...countAtGate(ctx, gate),
  ])
  const [districts, before, off, , counted] = answers
  requireOn(off, 'wishes')
  await passGate(ctx, gate, counted)
  const wanted = districts.find(({ code }) => code === district)
  if (!wanted) throw new AppError('VALIDATION_FAILED', { fields: { district: { problem: 'unknown' } } })
  const opened = actor.id === null ? await newDeviceSession(ctx) : null
  const accountId = actor.id ?? opened?.accountId ?? ''
  const results = await runBatch(ctx.db, [
    ...(opened?.queries ?? []),
    putWish(ctx.db, { slug, accountId, districtCode: district, at: ctx.now() }),
    demandFor(ctx.db, slug, ctx.locale),
  ])
  const demand = demandShown(results.at(-1) as DistrictWishes[])
  const mine = { code: wanted.code, name: wanted.name }
  return {
    answer: { demand, mine, ...(opened && { token: opened.token }) },
    isFirst: before === null,
    opened,
  }
}

/** Takes the caller's wish back, if there is one. @throws AppError `NOT_FOUND`, `RATE_LIMITED` */
export async function takeWishBack(ctx: Context, slug: string): Promise<WishAnswer> {
  knownCase(slug)
  const gate = await openGate(ctx, 'act', {})
  const { actor, answers } = await withActor(ctx, countAtGate(ctx, gate))
  await passGate(ctx, gate, answers[1])
  const [, districts] = await runBatch(ctx.db, [
    removeWish(ctx.db, slug, actor.id ?? ''),
    demandFor(ctx.db, slug, ctx.locale),
  ])
  return { demand: demandShown(districts), mine: null }
}

import type { ErasedAll, PersonalData, PersonalDataQuery } from '../../../shared/contract/personal-data.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { removeWishesOf, wishesOfSession } from '../../repository/case-wishes.ts'
import {
  deleteLoosePhotosOf,
  devicesToForget,
  eraseContact,
  forgetDevice,
  numbersFiledBy,
  requestErasure,
  requestForgetting,
} from '../../repository/personal-data.ts'
import { runBatch } from '../../repository/query.ts'
import { joinsOfSession, removeJoinsOf } from '../../repository/report-joins.ts'
import { reportsByNumbers } from '../../repository/reports.ts'
import { ownWishShown } from '../case/own-wish-shown.ts'
import { auditEntry } from '../audit/record.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { photoKey } from '../photo/photo-key.ts'
import { withActor } from '../session/with-actor.ts'
import { iso } from '../report/present-time.ts'
import { anonymiseEach } from './anonymise.ts'
import { isOver } from './ask-erasure.ts'
import { personalQueries, presentPersonalData } from './read-report.ts'

/** Reports a page; each comes with its whole history. */
const PAGE = 20
/** Reports that one request erases; nobody files more from one device. */
const MOST = 200

function tokenOf(ctx: Context): string {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  return tokenHash
}

/**
 * Everything that is kept of the owner of a session, a page of their reports at a time. That it was taken out is
 * written down.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `VALIDATION_FAILED` for a bad cursor
 */
export async function readPersonalData(ctx: Context, query: PersonalDataQuery): Promise<PersonalData> {
  const tokenHash = tokenOf(ctx)
  const [after] = query.cursor === undefined ? [''] : decodeCursor(query.cursor, ['string'])
  const page = { after, limit: PAGE + 1 }
  const once = query.cursor === undefined ? MOST : 0
  const { actor, answers } = await withActor(ctx, [
    numbersFiledBy(ctx.db, tokenHash, page),
    joinsOfSession(ctx.db, tokenHash, once),
    wishesOfSession(ctx.db, tokenHash, once, ctx.locale),
  ])
  const cut = cutPage(answers[0], PAGE)
  const subject = `account:${actor.id}`
  const asker = { tokenHash, provenNumber: null, now: ctx.now() }
  const [records, , ...rest] = await runBatch(ctx.db, [
    reportsByNumbers(ctx.db, cut.page, ctx.locale),
    auditEntry(ctx, actor, 'personal-data.exported', { subject }),
    ...cut.page.flatMap((number) => personalQueries(ctx, number, asker)),
  ])
  const width = personalQueries(ctx, '', asker).length
  const items = cut.page.flatMap(async (number, index) => {
    const record = records.find(({ facts }) => facts.number === number)
    const loaded = rest.slice(index * width, (index + 1) * width)
    return record ? presentPersonalData(ctx, record, actor, loaded as never) : null
  })
  return {
    account: { id: actor.id ?? '', role: actor.role },
    items: (await Promise.all(items)).filter((item) => item !== null),
    joined: answers[1].map(({ number, at }) => ({ number, at: iso(at) })),
    wishes: answers[2].map(ownWishShown),
    nextCursor: cut.last && encodeCursor([cut.last]),
  }
}

/**
 * Erases everything of a resident: reports that are over at once, the others as soon as they are, photos that no
 * report took, and the device itself when nothing is left that knows it.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for staff: what an office wrote is not theirs
 */
export async function erasePersonalData(ctx: Context): Promise<ErasedAll> {
  const tokenHash = tokenOf(ctx)
  const { actor, answers } = await withActor(ctx, [
    numbersFiledBy(ctx.db, tokenHash, { after: '', limit: MOST }),
  ])
  if (actor.role !== 'resident' || actor.id === null) throw new AppError('NOT_ALLOWED')
  const [numbers] = answers
  const subject = `account:${actor.id}`
  const now = ctx.now()
  const [records, photoIds] = await runBatch(ctx.db, [
    reportsByNumbers(ctx.db, numbers, ctx.locale),
    deleteLoosePhotosOf(ctx.db, actor.id),
    requestForgetting(ctx.db, actor.id, now),
    removeJoinsOf(ctx.db, actor.id),
    removeWishesOf(ctx.db, actor.id),
    ...numbers.flatMap((number) => [eraseContact(ctx.db, number), requestErasure(ctx.db, number, now)]),
    auditEntry(ctx, actor, 'personal-data.erasure-asked', { subject, detail: { scope: 'all' } }),
  ])
  await ctx.photos.remove(photoIds.flatMap((id) => [photoKey(id, 'full'), photoKey(id, 'thumb')]))
  const over = records.filter(({ facts }) => isOver(facts.state)).map(({ facts }) => facts.number)
  const erased = await anonymiseEach(ctx, over, 'asked')
  const [free] = await runBatch(ctx.db, [devicesToForget(ctx.db, MOST)])
  if (free.includes(actor.id)) await runBatch(ctx.db, forgetDevice(ctx.db, actor.id, now))
  return { erased, waiting: numbers.length - erased }
}

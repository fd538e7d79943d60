import type { ContactAnswer, ContactReveal, ContactShown } from '../../../shared/contract/contact.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { maskName, maskPhone } from '../../../shared/domain/mask.ts'
import { parseReportNumber } from '../../../shared/domain/receipt.ts'
import { relationsOf, viewOf } from '../../../shared/domain/report-relations.ts'
import type { ReportFacts } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { contactByNumber, reportByNumber } from '../../repository/reports.ts'
import { auditEntry } from '../audit/record.ts'
import { askerOf, guessQueries, readerOf, weighGuess } from '../limit/guess.ts'
import { withActor } from '../session/with-actor.ts'

interface Loaded {
  number: string
  facts: ReportFacts
  reader: Actor
  sealed: string | null
}

async function load(ctx: Context, typed: string): Promise<Loaded> {
  const number = parseReportNumber(typed) ?? ''
  const guess = await weighGuess(ctx, number)
  const asker = askerOf(ctx, guess)
  const { actor, answers } = await withActor(ctx, [
    reportByNumber(ctx.db, number, ctx.locale, asker),
    contactByNumber(ctx.db, number, asker),
    ...guessQueries(ctx, guess),
  ])
  const [record, sealed, , counted] = answers
  const reader = await readerOf(ctx, guess, counted, record?.facts ?? null, actor)
  const view = record && viewOf(record.facts, reader)
  // Whoever reads a report only because it is public does not learn whether anybody left a number.
  if (!record || view === null || view === 'public') throw new AppError('NOT_FOUND')
  return { number, facts: record.facts, reader, sealed }
}

/** The contact in clear; null when none was left. */
export async function openContact(
  ctx: Pick<Context, 'secrets'>,
  sealed: string | null,
  number: string,
): Promise<ContactShown | null> {
  return sealed === null ? null : (JSON.parse(await ctx.secrets.unseal(sealed, number)) as ContactShown)
}

/** The office whose turn it is, and the station and the supervisor that oversee it. */
function requireOffice({ facts, reader }: Loaded, now: number): void {
  const relations = relationsOf(facts, reader, now)
  if (!relations.has('colleague')) throw new AppError('NOT_ALLOWED')
  if (!relations.has('holder') && !relations.has('overseer')) throw new AppError('NOT_ALLOWED')
}

function masked({ name, phone }: ContactShown): ContactShown {
  return { ...(name && { name: maskName(name) }), ...(phone && { phone: maskPhone(phone) }) }
}

/**
 * The contact a reporter left: whole for whoever left it, masked for the offices that may ask for it.
 *
 * @throws AppError `NOT_FOUND` for a report the caller may not know of, `NOT_ALLOWED` for everyone else
 */
export async function readContact(ctx: Context, typed: string): Promise<ContactAnswer> {
  const loaded = await load(ctx, typed)
  const isReporter = relationsOf(loaded.facts, loaded.reader, ctx.now()).has('reporter')
  if (!isReporter) requireOffice(loaded, ctx.now())
  const contact = await openContact(ctx, loaded.sealed, loaded.number)
  return { contact: contact && (isReporter ? contact : masked(contact)), masked: !isReporter }
}

/**
 * The contact in clear for an office that says what it needs it for; who asked and why stands in the audit log before
 * anything is shown.
 *
 * @throws AppError as `readContact`
 */
export async function revealContact(
  ctx: Context,
  typed: string,
  { reason }: ContactReveal,
): Promise<ContactAnswer> {
  const loaded = await load(ctx, typed)
  requireOffice(loaded, ctx.now())
  const { number, reader, sealed } = loaded
  await runBatch(ctx.db, [
    auditEntry(ctx, reader, 'contact.revealed', { subject: `report:${number}`, detail: { reason } }),
  ])
  return { contact: await openContact(ctx, sealed, number), masked: false }
}

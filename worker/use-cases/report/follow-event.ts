import type { Actor } from '../../../shared/domain/actor.ts'
import type { Command } from '../../../shared/domain/report-command.ts'
import type { Effect } from '../../../shared/domain/report-effects.ts'
import type { Changes } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import type { NewEvent, ReportPhoto } from '../../repository/report-events.ts'
import { toBase64Url } from '../base64url.ts'
import { eventHash, textHash } from './chain.ts'
import type { WholeReport } from './present.ts'

/** True when somebody acts on their own report, not as an officer: the timeline then names no office. */
function actsAsReporter(record: ReportRecord, actor: Actor, command: Command): boolean {
  const isReporter =
    actor.reporterOf === record.facts.number || (actor.id !== null && actor.id === record.facts.reporterId)
  return isReporter && ['supplement', 'appeal', 'rate', 'withdraw'].includes(command.action)
}

/** What is needed to write an event. */
export type EventContext = Pick<Context, 'now' | 'newId' | 'random' | 'secrets'>

const SALT_BYTES = 16

/** Words with what stands for them in the chain. */
export async function withTextHash(
  ctx: Pick<EventContext, 'random' | 'secrets'>,
  text: string | null,
): Promise<Pick<NewEvent, 'text' | 'textSalt' | 'textHash'>> {
  if (text === null) return { text, textSalt: null, textHash: null }
  const textSalt = toBase64Url(ctx.random(SALT_BYTES))
  return { text, textSalt, textHash: await textHash(ctx.secrets, textSalt, text) }
}

/** The facts that an event keeps. Words are projected from its text, so that they can be erased. */
function withoutWords({ publicText: _p, orderText, ...changes }: Changes): Changes {
  return orderText === null ? { ...changes, orderText } : changes
}

function textOf(command: Command): string | null {
  if (command.action === 'settle') return command.answer.text
  return 'text' in command ? (command.text ?? null) : null
}

async function eventOf(
  ctx: EventContext,
  record: ReportRecord,
  actor: Actor,
  command: Command,
  effect: Effect,
  photos: ReportPhoto[],
): Promise<NewEvent> {
  const asReporter = actsAsReporter(record, actor, command)
  const event: Omit<NewEvent, 'hash'> = {
    id: ctx.newId(),
    reportNumber: record.facts.number,
    seq: record.facts.version + 1,
    action: command.action,
    from: record.facts.state,
    to: effect.to,
    at: ctx.now(),
    actorId: actor.id,
    actorRole: actor.role,
    actorName: asReporter && actor.role !== 'deputy' ? '' : actor.name,
    actorPerson: asReporter ? null : actor.person,
    ...(await withTextHash(ctx, textOf(command))),
    photoIds: photos.map((photo) => photo.id),
    internal: command.action === 'note',
    data: { ...effect.data, ...(asReporter && { asReporter }) },
    changes: withoutWords(effect.changes),
    prevHash: record.headHash,
  }
  return { ...event, hash: await eventHash(ctx.secrets, event) }
}

/** The names that change with an assignment; all others stay. */
function namesAfter(record: ReportRecord, event: NewEvent): Pick<ReportRecord, 'names' | 'coBodies'> {
  if (event.action !== 'assign') return record
  const {
    bodyName = null,
    deputyName,
    coBodyCodes,
    coBodyNames,
  } = event.data as {
    bodyName?: string | null
    deputyName?: string
    coBodyCodes: string[]
    coBodyNames?: string[]
  }
  return {
    names: { ...record.names, body: bodyName, deputy: deputyName ?? record.names.deputy },
    coBodies: coBodyCodes.map((code, index) => ({ code, name: coBodyNames?.[index] ?? '' })),
  }
}

/** Publication names the photos that are shown; a correction of the words alone leaves them. */
function publishedAfter(photos: ReportPhoto[], command: Command): ReportPhoto[] {
  if (command.action === 'redact' && !command.photoIds) return photos
  if (!['publish', 'unpublish', 'redact'].includes(command.action)) return photos
  const named = new Set('photoIds' in command ? command.photoIds : [])
  return photos.map((photo) => ({ ...photo, isPublic: named.has(photo.id) }))
}

/** The event of an action, and the report as it is once the event is written: the same fold as the database's. */
export async function followEvent(
  ctx: EventContext,
  whole: WholeReport,
  actor: Actor,
  command: Command,
  effect: Effect,
  photos: ReportPhoto[],
): Promise<{ event: NewEvent; after: WholeReport }> {
  const { record } = whole
  const event = await eventOf(ctx, record, actor, command, effect, photos)
  const after: ReportRecord = {
    ...record,
    ...namesAfter(record, event),
    facts: { ...record.facts, ...effect.changes, state: event.to, version: event.seq },
    headHash: event.hash,
    updatedAt: event.at,
  }
  const known = publishedAfter(whole.photos, command)
  return { event, after: { record: after, events: [...whole.events, event], photos: [...known, ...photos] } }
}

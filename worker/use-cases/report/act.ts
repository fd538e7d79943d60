import { PHOTO_LIMITS } from '../../../shared/contract/photo.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseReportNumber } from '../../../shared/domain/receipt.ts'
import type { Command } from '../../../shared/domain/report-command.ts'
import type { TimeRules } from '../../../shared/domain/report-deadline.ts'
import type { Effect } from '../../../shared/domain/report-effects.ts'
import { decide } from '../../../shared/domain/report-lifecycle.ts'
import { mergeProblem, MOST_FOLLOWERS } from '../../../shared/domain/report-merging.ts'
import { viewOf } from '../../../shared/domain/report-relations.ts'
import type { ReportFacts } from '../../../shared/domain/report-state.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { workCalendar } from '../../repository/calendar.ts'
import { allDeadlineLimits } from '../../repository/deadline-limits.ts'
import { answerByKey, type KeptAnswer } from '../../repository/idempotency-keys.ts'
import { wasOvertaken } from '../../repository/query.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import { eventsOfReport, photosOfReport } from '../../repository/report-events.ts'
import type { Counted } from '../../repository/limits.ts'
import { photosByIds } from '../../repository/report-parties.ts'
import { followersOfReport, reportByNumber } from '../../repository/reports.ts'
import { countAtGate, openGate, passGate, type Gate } from '../limit/gate.ts'
import { askerOf, guessQueries, readerOf, weighGuess } from '../limit/guess.ts'
import { withActor } from '../session/with-actor.ts'
import { attachCopies, attachPhotos } from './attach-photos.ts'
import { consequencesOf, lacksEvidence } from './consequences.ts'
import { checkParties, partiesOf, type Parties } from './parties.ts'
import { presentWhole, type WholeReport } from './present.ts'
import { replay, type WriteRequest } from './replay.ts'
import { followEvent } from './follow-event.ts'
import { withPublicWords } from './public-words.ts'
import { saveEvents } from './save-events.ts'

/** Reports that follow one another may be moved by several people at once. */
const TRIES = 3

interface Loaded {
  /** Null when there is none, or none the actor may know of. */
  whole: WholeReport | null
  actor: Actor
  kept: KeptAnswer | null
  parties: Parties
  loosePhotos: Parameters<typeof attachPhotos>[1]
  /** The report that is to lead this one; only for a merge. */
  lead: ReportRecord | null
  /** The reports that follow this one. */
  followers: ReportRecord[]
  rules: TimeRules
  /** How often the caller has acted lately. */
  pace: { gate: Gate; counted: Counted }
}

function photoIdsOf(command: Command): string[] {
  return 'photoIds' in command ? (command.photoIds ?? []) : []
}

async function load(ctx: Context, number: string, command: Command, key: string): Promise<Loaded> {
  const now = ctx.now()
  const guess = await weighGuess(ctx, number, `${key} ${number} ${ctx.credentials.queryCode}`)
  const gate = await openGate(ctx, 'act', {}, key)
  const asker = askerOf(ctx, guess)
  const { actor, answers } = await withActor(ctx, [
    reportByNumber(ctx.db, number, ctx.locale, asker),
    eventsOfReport(ctx.db, number, asker),
    photosOfReport(ctx.db, number, asker),
    answerByKey(ctx.db, key),
    ...partiesOf(ctx, command),
    photosByIds(ctx.db, photoIdsOf(command)),
    reportByNumber(ctx.db, command.action === 'merge' ? command.leadNumber : '', ctx.locale, asker),
    followersOfReport(ctx.db, number, ctx.locale),
    workCalendar(ctx.db, cityDate(now)),
    allDeadlineLimits(ctx.db),
    ...countAtGate(ctx, gate, { what: 'new-key', key }),
    ...guessQueries(ctx, guess),
  ])
  const [
    record,
    events,
    photos,
    kept,
    bodies,
    deputy,
    loosePhotos,
    lead,
    followers,
    calendar,
    limits,
    ...gates
  ] = answers
  const [, counted, , , guessed] = gates
  const reader = await readerOf(ctx, guess, guessed, record?.facts ?? null, actor)
  const mayKnow = record !== null && viewOf(record.facts, reader) !== null
  return {
    whole: mayKnow ? { record, events, photos } : null,
    actor: reader,
    kept,
    parties: { bodies, deputy },
    loosePhotos,
    lead,
    followers,
    rules: { now, calendar, limits },
    pace: { gate, counted },
  }
}

/** A lead that the actor may not know of is as unknown as one that does not exist. */
function checkLead({ lead, actor, followers }: Loaded, facts: ReportFacts): void {
  const isKnown = lead !== null && viewOf(lead.facts, actor) === 'staff'
  const problem = isKnown
    ? mergeProblem(facts, followers.length, { facts: lead.facts, followers: lead.followers.length })
    : 'unknown'
  if (problem === null) return
  const limit = problem === 'too_many' ? { limit: MOST_FOLLOWERS } : {}
  throw new AppError('VALIDATION_FAILED', { fields: { leadNumber: { problem, ...limit } } })
}

/** What the table makes of the command; everything that refuses it is thrown. */
function decideOrThrow(loaded: Loaded, { record: { facts } }: WholeReport, command: Command): Effect {
  const decision = decide(facts, loaded.actor, command, loaded.rules)
  if (!decision.allowed) throw new AppError(decision.code, decision.fields && { fields: decision.fields })
  if (command.action === 'merge') checkLead(loaded, facts)
  const names = checkParties(command, facts.stationNumber, loaded.parties)
  return { ...decision, data: { ...decision.data, ...names } }
}

/** A reporter's photos are counted over the whole report; an office may show as many again with each answer. */
function checkPhotoCount(whole: WholeReport, command: Command): void {
  if (command.action !== 'supplement') return
  const own = whole.events.filter((event) => event.action === 'submit' || event.action === 'supplement')
  const before = own.reduce((sum, event) => sum + event.photoIds.length, 0)
  if (before + photoIdsOf(command).length <= PHOTO_LIMITS.perReport) return
  const tooMany = { problem: 'too_many', limit: PHOTO_LIMITS.perReport } as const
  throw new AppError('VALIDATION_FAILED', { fields: { photoIds: tooMany } })
}

/** The photos that come with the event. Publication names photos the report has already, or redacted copies of them. */
function newPhotos(loaded: Loaded, whole: WholeReport, command: Command, seq: number) {
  if (command.action !== 'publish' && command.action !== 'redact') {
    checkPhotoCount(whole, command)
    return attachPhotos(photoIdsOf(command), loaded.loosePhotos, loaded.actor.id, seq)
  }
  return attachCopies(photoIdsOf(command), whole.photos, loaded.loosePhotos, loaded.actor.id, seq)
}

/** The write's key with whom and what it belongs to. */
interface Write {
  key: string
  caller: string
  requestHash: string
}

/** Which lead the report has after the step. */
function leadAfter(command: Command, { lead }: Loaded, record: ReportRecord): ReportRecord['leadState'] {
  if (command.action === 'merge') return lead?.facts.state ?? null
  return record.facts.leadNumber === null ? null : record.leadState
}

/** Decides and writes; the version has been checked, but may be passed by another before the write. */
async function takeStep(ctx: Context, loaded: Loaded, whole: WholeReport, asked: Command, write: Write) {
  const { facts } = whole.record
  decideOrThrow(loaded, whole, asked)
  const command = withPublicWords(asked, whole.record)
  const effect = decideOrThrow(loaded, whole, command)
  const photos = newPhotos(loaded, whole, command, facts.version + 1)
  const { event, after } = await followEvent(ctx, whole, loaded.actor, command, effect, photos)
  if (lacksEvidence(after, event, loaded.followers)) {
    throw new AppError('VALIDATION_FAILED', { fields: { photoIds: { problem: 'evidence_required' } } })
  }
  const consequences = await consequencesOf(ctx, after, event, loaded.followers, loaded.rules)
  const record: ReportRecord = {
    ...after.record,
    leadState: leadAfter(command, loaded, after.record),
    followers: consequences.length > 0 ? [] : after.record.followers,
  }
  const answer = JSON.stringify(await presentWhole(ctx, { ...after, record }, loaded.actor))
  const saved = await saveEvents(ctx, event, consequences, { ...write, answer, now: event.at })
  if (saved.isFirst) {
    ctx.wakeOutbox()
    return answer
  }
  const same = replay(saved.kept, write.caller, write.requestHash)
  if (same === null) throw new AppError('STALE_VERSION', { ...(saved.current && { current: saved.current }) })
  return same
}

/**
 * Moves a report by one action of the lifecycle table.
 *
 * The report is read and the event written in two calls; between them the version guards: of racing callers
 * exactly one writes the event, the others get `STALE_VERSION` with the state that the winner made.
 *
 * Where other reports hang on the step, their events are in the same transaction; when one of them moved in
 * between, everything is read and decided again.
 *
 * @param typed the report's number
 * @param version the version the caller has seen
 * @returns the answer's JSON; the same key and body again gives it again, byte for byte
 * @throws AppError `NOT_FOUND`, `IDEMPOTENCY_MISMATCH`, `STALE_VERSION`, `NOT_ALLOWED`, `ILLEGAL_TRANSITION`,
 *   `VALIDATION_FAILED`, `PHOTO_NOT_YOURS`, `RATE_LIMITED`; `PROOF_REQUIRED` after too many wrong query codes
 */
export async function actOnReport(
  ctx: Context,
  typed: string,
  step: { version: number; command: Command },
  request: WriteRequest,
): Promise<string> {
  const number = parseReportNumber(typed) ?? ''
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      return await actOnce(ctx, number, step, request)
    } catch (error) {
      if (!wasOvertaken(error)) throw error
    }
  }
  throw new AppError('UNAVAILABLE')
}

async function actOnce(
  ctx: Context,
  number: string,
  { version, command }: { version: number; command: Command },
  request: WriteRequest,
): Promise<string> {
  const loaded = await load(ctx, number, command, request.key)
  const { whole, actor, kept } = loaded
  const caller = actor.id ?? (actor.reporterOf === null ? 'anonymous' : `query:${number}`)
  const requestHash = await ctx.secrets.sha256(`act ${number}\n${request.body}`)
  // A repeat is answered even when the step itself took the report out of the caller's sight.
  if (kept?.caller === caller && kept.requestHash === requestHash) return kept.answer
  if (!whole) throw new AppError('NOT_FOUND')
  if (kept) throw new AppError('IDEMPOTENCY_MISMATCH')
  await passGate(ctx, loaded.pace.gate, loaded.pace.counted)
  const { facts } = whole.record
  if (facts.version !== version) {
    throw new AppError('STALE_VERSION', { current: { state: facts.state, version: facts.version } })
  }
  return takeStep(ctx, loaded, whole, command, { key: request.key, caller, requestHash })
}

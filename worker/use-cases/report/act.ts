import { PHOTO_LIMITS } from '../../../shared/contract/photo.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseReportNumber } from '../../../shared/domain/receipt.ts'
import type { Command } from '../../../shared/domain/report-command.ts'
import type { Effect } from '../../../shared/domain/report-effects.ts'
import { decide, refusalOf } from '../../../shared/domain/report-lifecycle.ts'
import { mergeProblem, MOST_FOLLOWERS } from '../../../shared/domain/report-merging.ts'
import { viewOf } from '../../../shared/domain/report-relations.ts'
import type { PersonAction, ReportFacts } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import { wasOvertaken } from '../../repository/query.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import { passGate } from '../limit/gate.ts'
import { attachCopies, attachPhotos } from './attach-photos.ts'
import { consequencesOf, lacksEvidence } from './consequences.ts'
import { loadForAction, photoIdsOf, type Loaded } from './load-for-action.ts'
import { checkParties } from './parties.ts'
import { presentWhole, type WholeReport } from './present.ts'
import { replay, type WriteRequest } from './replay.ts'
import { followEvent } from './follow-event.ts'
import { withPublicWords } from './public-words.ts'
import { saveEvents } from './save-events.ts'

/** Reports that follow one another may be moved by several people at once. */
const TRIES = 3

/**
 * What is asked for: a whole command, or the beginning of one with what its form lacks. Whoever may not take the step
 * at all is told that; only who may take it is told what the form lacks.
 *
 * `version` is the one the caller has seen.
 */
export type Step =
  | { version: number; command: Command }
  | { version?: number | undefined; action: PersonAction; fault: AppError }

/** Names nobody and nothing: the report alone is looked at. */
const NOTHING_NAMED: Command = { action: 'watch' }

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

/** The losers of a race are told so before anything else: what they saw is no longer true. */
function checkVersion({ record: { facts } }: WholeReport, seen: number | undefined): void {
  if (seen === undefined || facts.version === seen) return
  throw new AppError('STALE_VERSION', { current: { state: facts.state, version: facts.version } })
}

/** Of an incomplete form: whether the caller might take the step at all, then what the form lacks. */
function refuseIncomplete(
  { actor, rules }: Loaded,
  { record: { facts } }: WholeReport,
  action: PersonAction,
  fault: AppError,
) {
  const refusal = refusalOf(facts, actor, action, rules.now)
  return refusal === null ? fault : new AppError(refusal)
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
 * @returns the answer's JSON; the same key and body again gives it again, byte for byte
 * @throws AppError `NOT_FOUND`, `IDEMPOTENCY_MISMATCH`, `STALE_VERSION`, `NOT_ALLOWED`, `ILLEGAL_TRANSITION`,
 *   `VALIDATION_FAILED`, `PHOTO_NOT_YOURS`, `RATE_LIMITED`; `PROOF_REQUIRED` after too many wrong query codes
 */
export async function actOnReport(
  ctx: Context,
  typed: string,
  step: Step,
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

async function actOnce(ctx: Context, number: string, step: Step, request: WriteRequest): Promise<string> {
  const command = 'fault' in step ? NOTHING_NAMED : step.command
  const loaded = await loadForAction(ctx, number, command, request.key)
  const { whole, actor, kept } = loaded
  const caller = actor.id ?? (actor.reporterOf === null ? 'anonymous' : `query:${number}`)
  const requestHash = await ctx.secrets.sha256(`act ${number}\n${request.body}`)
  // A repeat is answered even when the step itself took the report out of the caller's sight.
  if (kept?.caller === caller && kept.requestHash === requestHash) return kept.answer
  if (!whole) throw new AppError('NOT_FOUND')
  if (kept) throw new AppError('IDEMPOTENCY_MISMATCH')
  await passGate(ctx, loaded.pace.gate, loaded.pace.counted)
  checkVersion(whole, step.version)
  if ('fault' in step) throw refuseIncomplete(loaded, whole, step.action, step.fault)
  return takeStep(ctx, loaded, whole, command, { key: request.key, caller, requestHash })
}

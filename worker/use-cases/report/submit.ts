import { REFORM_CASES } from '../../../shared/cases/library.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import { emergenciesIn } from '../../../shared/domain/emergencies.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { TimeRules } from '../../../shared/domain/report-deadline.ts'
import { cityDate, endOfCityDay } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { workCalendar } from '../../repository/calendar.ts'
import { deadlineLimits } from '../../repository/deadline-limits.ts'
import { answerByKey, keepAnswer } from '../../repository/idempotency-keys.ts'
import { breaksUnique, runBatch } from '../../repository/query.ts'
import { appendEvent, type ReportPhoto } from '../../repository/report-events.ts'
import { filerBySession, photosByIds, type Filer } from '../../repository/report-parties.ts'
import { categoryByCode, type CategoryRecord, type ReportPlace } from '../../repository/report-places.ts'
import { insertReport } from '../../repository/reports.ts'
import { switchedOff } from '../../repository/switches.ts'
import { checkSubmissionSwitches } from './check-switches.ts'
import { passGate } from '../limit/gate.ts'
import {
  countSubmission,
  heldReasonOf,
  lookAtSubmission,
  openSubmissionGates,
  type SubmissionGates,
} from '../limit/submission.ts'
import { withActor } from '../session/with-actor.ts'
import { attachPhotos } from './attach-photos.ts'
import { checkAnswers } from './check-answers.ts'
import { APP_DOOR, type Door } from './door.ts'
import { draftReport, type Draft, type Filing, type Submission } from './draft.ts'
import { presentWhole } from './present.ts'
import { replay, type WriteRequest } from './replay.ts'

/** Numbers are drawn at random within a day; a taken one is drawn again. */
const NUMBER_TRIES = 3

function filingOf(
  actor: Actor,
  input: Submission,
  category: CategoryRecord | null,
  place: ReportPlace | null,
  filer: Filer | null,
): Omit<Filing, 'heldReason'> {
  if (!category || !place) {
    const fields = {
      ...(!category && { categoryCode: { problem: 'unknown' as const } }),
      ...(!place && { stationCode: { problem: 'unknown' as const } }),
    }
    throw new AppError('VALIDATION_FAILED', { fields })
  }
  if (place.revoked) throw new AppError('STATION_REVOKED')
  if (input.caseSlug && !REFORM_CASES.some((reformCase) => reformCase.slug === input.caseSlug)) {
    throw new AppError('VALIDATION_FAILED', { fields: { caseSlug: { problem: 'unknown' } } })
  }
  checkAnswers(category.questions, input.answers)
  return { actor, input, category, place, filer: input.channel === 'snapshot' ? filer : null }
}

/** Writes the draft, or finds the answer that a request with the same key got a moment earlier. */
async function save(
  ctx: Context,
  draft: Draft,
  kept: { key: string; caller: string; requestHash: string; answer: string },
  gates: SubmissionGates,
) {
  const { report, event } = draft
  const [, , , answer] = await runBatch(ctx.db, [
    insertReport(ctx.db, report, kept.key),
    appendEvent(ctx.db, event),
    keepAnswer(ctx.db, {
      ...kept,
      now: report.createdAt,
      reportNumber: report.number,
      eventHash: event.hash,
    }),
    answerByKey(ctx.db, kept.key),
    ...countSubmission(ctx, gates, { number: report.number, headHash: event.hash }),
  ])
  return answer
}

/** Why the key of an app opens nothing any more, where that is what a write failed of. */
function keyRefusal(error: unknown, now: number): AppError | null {
  const words = error instanceof Error ? error.message : ''
  if (words.includes('api key is revoked')) return new AppError('API_KEY_INVALID')
  if (!words.includes('api key is used up')) return null
  const retryAfter = Math.ceil((endOfCityDay(cityDate(now)) - now) / 1000)
  return new AppError('RATE_LIMITED', { retryAfter: Math.max(1, retryAfter) })
}

async function fileOnce(
  ctx: Context,
  filing: Filing,
  photos: ReportPhoto[],
  rules: TimeRules,
  request: { key: string; caller: string; requestHash: string },
  gates: SubmissionGates,
): Promise<{ report: string; isNew: boolean } | null> {
  const draft = await draftReport(ctx, filing, rules)
  // Whoever files reads the report as its reporter, with or without a session.
  const reporter: Actor = { ...filing.actor, reporterOf: draft.report.number }
  const whole = await presentWhole(ctx, { record: draft.record, events: [draft.event], photos }, reporter)
  const answer = JSON.stringify(whole?.report)
  try {
    const kept = await save(ctx, draft, { ...request, answer }, gates)
    const report = replay(kept, request.caller, request.requestHash)
    return report === null ? null : { report, isNew: report === answer }
  } catch (error) {
    if (breaksUnique(error, 'report.number')) return null
    if (breaksUnique(error, 'report_photo')) throw new AppError('PHOTO_NOT_YOURS')
    throw keyRefusal(error, rules.now) ?? error
  }
}

/** The kept answer completed with what is derived and never stored: the query code, and whom to call at once. */
async function completed(ctx: Context, report: string): Promise<string> {
  const { number, text } = JSON.parse(report) as { number: string; text: string }
  const calls = emergenciesIn(text)
  const emergency = JSON.stringify(calls.length > 0 ? calls : null)
  return `{"report":${report},"queryCode":"${await ctx.secrets.queryCode(number)}","emergency":${emergency}}`
}

/**
 * Files a report. The same key and body again gives the first answer, byte for byte.
 *
 * @param door the way it came in
 * @returns the answer's JSON, and whether the report is new
 * @throws AppError `VALIDATION_FAILED`, `STATION_REVOKED`, `PHOTO_NOT_YOURS`, `NOT_ALLOWED`, `UNAUTHENTICATED`,
 *   `IDEMPOTENCY_MISMATCH`, `SWITCHED_OFF`; `PROOF_REQUIRED`, `RATE_LIMITED` after too many;
 *   `API_KEY_INVALID` at the door of the apps
 */
export async function submitReport(
  ctx: Context,
  input: Submission,
  request: WriteRequest,
  door: Door = APP_DOOR,
): Promise<{ answer: string; isNew: boolean }> {
  const now = ctx.now()
  const gates = await openSubmissionGates(ctx, input, request.key)
  const { actor, answers } = await withActor(ctx, [
    answerByKey(ctx.db, request.key),
    categoryByCode(ctx.db, input.categoryCode, ctx.locale),
    door.placeOf(ctx, input),
    filerBySession(ctx.db, ctx.credentials.tokenHash, ctx.locale),
    photosByIds(ctx.db, input.photoIds),
    workCalendar(ctx.db, cityDate(now)),
    deadlineLimits(ctx.db, input.categoryCode),
    switchedOff(ctx.db),
    ...lookAtSubmission(ctx, gates),
  ])
  const [kept, category, place, filer, loosePhotos, calendar, limits, off, , pace, , wording] = answers
  const caller = actor.id ?? 'anonymous'
  const requestHash = await ctx.secrets.sha256(`submit\n${request.body}`)
  const earlier = replay(kept, caller, requestHash)
  if (earlier !== null) return { answer: await completed(ctx, earlier), isNew: false }

  checkSubmissionSwitches(input, door, off)
  const admitted = door.admit(input, actor, category)
  const heldReason = heldReasonOf(gates, wording)
  const filing = { ...filingOf(actor, admitted, category, place, filer), heldReason }
  const photos = attachPhotos(input.photoIds, loosePhotos, actor.id, 1)
  await passGate(ctx, gates.pace, pace)
  for (let attempt = 0; attempt < NUMBER_TRIES; attempt += 1) {
    const write = { key: request.key, caller, requestHash }
    const filed = await fileOnce(ctx, filing, photos, { now, calendar, limits }, write, gates)
    if (!filed) continue
    if (filed.isNew) ctx.wakeOutbox()
    return { answer: await completed(ctx, filed.report), isNew: filed.isNew }
  }
  throw new AppError('UNAVAILABLE')
}

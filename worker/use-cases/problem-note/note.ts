import type * as z from 'zod/mini'
import type { problemNoteRequest } from '../../../shared/contract/problem-note.ts'
import { AppError, type FieldErrors } from '../../../shared/domain/errors.ts'
import { codeFromBytes, CODE_LENGTH } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import { answerByKey } from '../../repository/idempotency-keys.ts'
import { insertNote, keepNoteAnswer, noteGoesTo, officeNumbers } from '../../repository/problem-notes.ts'
import { runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { replay, type WriteRequest } from '../report/replay.ts'
import { iso } from '../report/present-time.ts'
import { withActor } from '../session/with-actor.ts'
import { untilWritten } from '../topic/save-topic.ts'

type Input = z.output<typeof problemNoteRequest>

async function noteOnce(
  ctx: Context,
  input: Input,
  request: WriteRequest,
): Promise<{ answer: string; isNew: boolean }> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const now = ctx.now()
  const session = { tokenHash, now }
  const numbers = [...new Set(input.reportNumbers)]
  const { actor, answers } = await withActor(ctx, [
    answerByKey(ctx.db, request.key),
    noteGoesTo(ctx.db, input.categoryCode, session),
    officeNumbers(ctx.db, session, numbers),
  ])
  const [kept, { knowsCategory, districtCode }, reports] = answers
  const caller = actor.id ?? ''
  const requestHash = await ctx.secrets.sha256(`note problem\n${request.body}`)
  const earlier = replay(kept, caller, requestHash)
  if (earlier !== null) return { answer: earlier, isNew: false }

  const fields: FieldErrors = {
    ...(!knowsCategory && { categoryCode: { problem: 'unknown' as const } }),
    ...(reports.length < numbers.length && { reportNumbers: { problem: 'unknown' as const } }),
  }
  if (Object.keys(fields).length > 0) throw new AppError('VALIDATION_FAILED', { fields })
  // Whose station is nobody's any more has no supervisor to write to.
  if (districtCode === null) throw new AppError('NOT_ALLOWED')

  const id = codeFromBytes(ctx.random(CODE_LENGTH))
  const { text, categoryCode } = input
  // No word of a report: what is kept under a key would outlive what is erased.
  const answer = JSON.stringify({ id, createdAt: iso(now) })
  await runBatch(ctx.db, [
    ...insertNote(ctx.db, {
      id,
      accountId: caller,
      categoryCode,
      districtCode,
      text,
      createdAt: now,
      reportNumbers: numbers,
    }),
    keepNoteAnswer(ctx.db, { key: request.key, caller, requestHash, answer, now }),
    auditEntry(ctx, actor, 'problem.noted', {
      subject: `problem-note:${id}`,
      detail: { categoryCode, reports: numbers.length },
    }),
  ])
  return { answer, isNew: true }
}

/**
 * Notes a common problem to the supervisor of the deputy's district, with the reports that show it.
 *
 * @returns its id and time as JSON, and whether it is new; the same key and body again gives the first answer
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `VALIDATION_FAILED` also for reports that are not their office's,
 *   `IDEMPOTENCY_MISMATCH`
 */
export function noteProblem(
  ctx: Context,
  input: Input,
  request: WriteRequest,
): Promise<{ answer: string; isNew: boolean }> {
  return untilWritten(() => noteOnce(ctx, input, request))
}

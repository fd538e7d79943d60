import type { AnswerTemplate, TemplateWords } from '../../../shared/contract/answer-template.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import { TEMPLATE_MOST } from '../../../shared/domain/answer-template.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import {
  keepTemplate,
  type Office,
  removeTemplate,
  templatesOfSession,
} from '../../repository/answer-templates.ts'
import { runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'

const ID = /^[a-z0-9][a-z0-9-]{0,59}$/

/** A station's words are its own, whatever body it may belong to. */
function officeOf({ role, bodyCode, stationNumber }: Actor): Office {
  if (role === 'body' && bodyCode) return { bodyCode, stationNumber: null }
  if (role === 'station' && stationNumber) return { bodyCode: null, stationNumber }
  throw new AppError('NOT_ALLOWED')
}

/**
 * Keeps ready words of the caller's office under an id of the client's: the same again changes nothing.
 *
 * @throws AppError as `withActor`; `NOT_FOUND` for an id that is somebody else's or cannot be one, `VALIDATION_FAILED`
 *   when the office has as many as it may
 */
export async function keepOwnTemplate(
  ctx: Context,
  code: string,
  words: TemplateWords,
): Promise<AnswerTemplate> {
  const session = { tokenHash: ctx.credentials.tokenHash ?? '', now: ctx.now() }
  const { actor, answers } = await withActor(ctx, [templatesOfSession(ctx.db, '', session, ctx.locale)])
  const office = officeOf(actor)
  if (!ID.test(code)) throw new AppError('NOT_FOUND')
  const own = answers[0].filter((one) => one.own)
  if (own.length >= TEMPLATE_MOST.own && !own.some((one) => one.code === code)) {
    throw new AppError('VALIDATION_FAILED', {
      fields: { name: { problem: 'too_many', limit: TEMPLATE_MOST.own } },
    })
  }
  const [kept] = await runBatch(ctx.db, [
    keepTemplate(ctx.db, { code, ...office, ...words }),
    auditEntry(ctx, actor, 'template.kept', {
      subject: `template:${code}`,
      detail: { action: words.action },
      onlyIfWritten: true,
    }),
  ])
  if (kept === null) throw new AppError('NOT_FOUND')
  return { code, ...words, own: true }
}

/**
 * Offers ready words of the caller's office no more.
 *
 * @throws AppError as `withActor`; `NOT_FOUND` for what is not the office's
 */
export async function removeOwnTemplate(ctx: Context, code: string): Promise<void> {
  const { actor } = await withActor(ctx, [])
  const [removed] = await runBatch(ctx.db, [
    removeTemplate(ctx.db, code, officeOf(actor)),
    auditEntry(ctx, actor, 'template.removed', { subject: `template:${code}`, onlyIfWritten: true }),
  ])
  if (removed === null) throw new AppError('NOT_FOUND')
}

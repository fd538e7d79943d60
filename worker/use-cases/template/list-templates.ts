import type { AnswerTemplateList, TemplateQuery } from '../../../shared/contract/answer-template.ts'
import type { Context } from '../../context.ts'
import { templatesOfSession } from '../../repository/answer-templates.ts'
import { withActor } from '../session/with-actor.ts'

/**
 * Ready words for a form, or for all: those of the caller's office, then those of the whole city.
 *
 * @throws AppError as `withActor`
 */
export async function listTemplates(ctx: Context, { action }: TemplateQuery): Promise<AnswerTemplateList> {
  const session = { tokenHash: ctx.credentials.tokenHash ?? '', now: ctx.now() }
  const { answers } = await withActor(ctx, [templatesOfSession(ctx.db, action ?? '', session, ctx.locale)])
  return { items: answers[0] }
}

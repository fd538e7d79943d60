import * as z from 'zod/mini'
import { TEMPLATE_ACTIONS, TEMPLATE_MOST, TEMPLATE_TEXT } from '../domain/answer-template.ts'
import { freeText } from './primitives.ts'

/** `GET /api/v1/templates`: ready words, for one form or for all. */
export const templateQuery = z.object({ action: z.optional(z.enum(TEMPLATE_ACTIONS)) })
export type TemplateQuery = z.output<typeof templateQuery>

/** Ready words with variables in braces; `own`: of the caller's office, not of the whole city. */
export const answerTemplate = z.object({
  code: z.string(),
  action: z.enum(TEMPLATE_ACTIONS),
  name: z.string(),
  text: z.string(),
  own: z.boolean(),
})

export type AnswerTemplate = z.infer<typeof answerTemplate>

export const answerTemplateList = z.object({ items: z.array(answerTemplate) })
export type AnswerTemplateList = z.infer<typeof answerTemplateList>

/** `PUT /api/v1/templates/{id}`: words of the caller's own office, as they are to be. */
export const templateWords = z.object({
  action: z.enum(TEMPLATE_ACTIONS),
  name: freeText(1, TEMPLATE_MOST.name),
  text: z.string().check(z.trim(), z.minLength(2), z.maxLength(TEMPLATE_MOST.text), z.regex(TEMPLATE_TEXT)),
})
export type TemplateWords = z.output<typeof templateWords>

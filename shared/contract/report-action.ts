import * as z from 'zod/mini'
import { COMPLEXITIES, DECLINE_REASONS, PERSON_ACTIONS } from '../domain/report-state.ts'
import { freeText, moment, photoIds, typedNumber } from './primitives.ts'

const version = z.number().check(z.int(), z.minimum(1))
const reasonText = freeText(2, 1000)
const optionalText = z.optional(z.string().check(z.trim(), z.maxLength(1000)))
const code = z.string().check(z.minLength(1), z.maxLength(60))
/** What the public reads, and that a person has looked at the telephone numbers and plates that stay in it. */
const publicWords = {
  text: z.optional(z.string().check(z.trim(), z.maxLength(2000))),
  keepPersonal: z.optional(z.boolean()),
  photoIds: z.optional(photoIds),
}

/** `POST /api/v1/reports/{number}/actions`: one shape an action, told apart by `action`. */
export const actionRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('supplement'), version, text: optionalText, photoIds: z.optional(photoIds) }),
  z.object({ action: z.literal('ask'), version, text: reasonText }),
  z.object({ action: z.literal('decline'), version, reason: z.enum(DECLINE_REASONS), text: optionalText }),
  z.object({ action: z.literal('appeal'), version, text: reasonText }),
  z.object({ action: z.literal('merge'), version, leadNumber: typedNumber, text: optionalText }),
  z.object({ action: z.literal('unmerge'), version, text: optionalText }),
  z.object({
    action: z.literal('assign'),
    version,
    bodyCode: z.optional(code),
    deputyId: z.optional(code),
    complexity: z.enum(COMPLEXITIES),
    coBodyCodes: z.optional(z.array(code).check(z.maxLength(5))),
    text: optionalText,
  }),
  z.object({ action: z.literal('sign'), version }),
  z.object({ action: z.literal('bounce'), version, text: reasonText, suggestedBodyCode: z.optional(code) }),
  z.object({
    action: z.literal('extend'),
    version,
    days: z.number().check(z.int(), z.minimum(1), z.maximum(15)),
    text: reasonText,
  }),
  z.object({ action: z.literal('grant'), version }),
  z.object({ action: z.literal('refuse'), version, text: reasonText }),
  z.object({ action: z.literal('finish'), version, text: freeText(2, 2000), photoIds: z.optional(photoIds) }),
  z.object({ action: z.literal('send_back'), version, text: reasonText }),
  z.object({ action: z.literal('approve'), version }),
  z.object({
    action: z.literal('rate'),
    version,
    answered: z.boolean(),
    solved: z.boolean(),
    satisfied: z.boolean(),
    text: optionalText,
  }),
  z.object({ action: z.literal('withdraw'), version, text: optionalText }),
  z.object({ action: z.literal('watch'), version }),
  z.object({ action: z.literal('order'), version, text: reasonText, dueAt: moment }),
  z.object({ action: z.literal('lift'), version, text: optionalText }),
  z.object({ action: z.literal('publish'), version, ...publicWords }),
  z.object({ action: z.literal('unpublish'), version }),
  z.object({ action: z.literal('redact'), version, ...publicWords }),
  z.object({ action: z.literal('note'), version, text: freeText(1, 2000) }),
])
/** As much of an incomplete request as tells whether the caller might do it at all. */
export const actionBegun = z.object({
  action: z.enum(PERSON_ACTIONS),
  version: z.optional(version),
})
export type ActionRequest = z.infer<typeof actionRequest>

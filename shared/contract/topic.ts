import * as z from 'zod/mini'
import { ROLES } from '../domain/actor.ts'
import { TOPIC_ACTIONS, TOPIC_STATES } from '../domain/topic-state.ts'
import { freeText, listOf, moment, named, place, typedNumber } from './primitives.ts'
import { reportRow } from './report.ts'
import { STATES } from '../domain/report-state.ts'

/** A common problem that several reports are about; only supervisors and the body that answers read it. */
export const topic = z.object({
  id: z.string(),
  /** The reporters of its reports read the title in their timelines. */
  title: z.string(),
  /** What the reports have in common. */
  text: z.string(),
  state: z.enum(TOPIC_STATES),
  version: z.number(),
  category: z.nullable(named),
  /** Null when it is the whole city's. */
  district: z.nullable(named),
  caseSlug: z.nullable(z.string()),
  /** Who answers for it. */
  body: z.nullable(named),
  orderText: z.nullable(z.string()),
  dueAt: z.nullable(moment),
  /** What the body answered, while it is under review or approved. */
  answer: z.nullable(z.string()),
  /** What a supervisor proposes in the topic's formal document (共性问题建议书). */
  proposal: z.nullable(z.string()),
  /** How many reports it has, and on how many of them somebody still has to act. */
  reportCount: z.object({ all: z.number(), open: z.number() }),
  createdAt: moment,
  updatedAt: moment,
})
export type Topic = z.infer<typeof topic>

export const topicEvent = z.object({
  seq: z.number(),
  action: z.enum(TOPIC_ACTIONS),
  from: z.nullable(z.enum(TOPIC_STATES)),
  to: z.enum(TOPIC_STATES),
  at: moment,
  actor: z.object({ role: z.enum(ROLES), name: z.string(), person: z.nullable(z.string()) }),
  text: z.nullable(z.string()),
  /** What the action carried besides: report numbers, the body it went to, the due time. */
  data: z.record(z.string(), z.unknown()),
})
export type TopicEvent = z.infer<typeof topicEvent>

/** `GET /api/v1/topics/{id}` and the answer to opening one and to every action. */
export const topicAnswer = z.object({
  topic,
  /** Latest first. */
  reports: z.array(reportRow),
  timeline: z.array(topicEvent),
  actions: z.array(z.enum(TOPIC_ACTIONS)),
})
export type TopicAnswer = z.infer<typeof topicAnswer>

export const topicList = listOf(topic)
export type TopicList = z.infer<typeof topicList>

const pageOf = {
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 20),
}

/** Query of `GET /api/v1/topics`. */
export const topicListQuery = z.object({ state: z.optional(z.enum(TOPIC_STATES)), ...pageOf })
export type TopicListQuery = z.infer<typeof topicListQuery>

const code = z.string().check(z.minLength(1), z.maxLength(60))
const reasonText = freeText(2, 1000)
const reportNumbers = z.array(typedNumber).check(z.maxLength(50))
const someReportNumbers = reportNumbers.check(z.minLength(1))

/** `POST /api/v1/topics`. An order may come with it: body, text and due time together. */
export const topicRequest = z.object({
  title: freeText(2, 60),
  text: freeText(5, 2000),
  reportNumbers: z._default(reportNumbers, []),
  caseSlug: z.optional(z.nullable(z.string().check(z.maxLength(80)))),
  bodyCode: z.optional(z.nullable(code)),
  orderText: z.optional(z.nullable(reasonText)),
  dueAt: z.optional(z.nullable(moment)),
  /** The suggestion it was opened from, which then goes. */
  suggestionId: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
})
export type TopicRequest = z.input<typeof topicRequest>

const version = z.number().check(z.int(), z.minimum(1))

/** `POST /api/v1/topics/{id}/actions`: one shape an action, told apart by `action`. */
export const topicActionRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('add'), version, reportNumbers: someReportNumbers }),
  z.object({ action: z.literal('remove'), version, reportNumbers: someReportNumbers }),
  z.object({ action: z.literal('order'), version, bodyCode: code, text: reasonText, dueAt: moment }),
  z.object({ action: z.literal('answer'), version, text: freeText(5, 2000) }),
  z.object({ action: z.literal('send_back'), version, text: reasonText }),
  z.object({ action: z.literal('approve'), version }),
  z.object({
    action: z.literal('close'),
    version,
    text: z.optional(z.string().check(z.trim(), z.maxLength(1000))),
  }),
  z.object({ action: z.literal('drop'), version, text: reasonText }),
  z.object({ action: z.literal('propose'), version, text: freeText(5, 4000) }),
  z.object({ action: z.literal('note'), version, text: freeText(1, 2000) }),
])
export type TopicActionRequest = z.infer<typeof topicActionRequest>

/**
 * Reports that may be about one problem, found by the sweep, with what speaks for it; or what a deputy noted as one, in
 * their own words and with the reports they named, which may be none.
 */
export const topicSuggestion = z.object({
  id: z.string(),
  category: named,
  district: named,
  reasons: z.object({
    /** From the middle to the farthest report; null when none has a position. */
    radiusMetres: z.nullable(z.number()),
    /** Between the first and the last report. */
    days: z.number(),
    /** 0 to 1: how alike the texts are on average. */
    likeness: z.number(),
    /** What most of the texts say. */
    sharedWords: z.array(z.string()),
    from: moment,
    to: moment,
  }),
  /** Latest first. */
  reports: z.array(
    z.object({
      number: z.string(),
      text: z.string(),
      place: z.nullable(place),
      createdAt: moment,
      state: z.enum(STATES),
      /** 0 to 1: how alike its text is to the nearest of the others. */
      similarity: z.number(),
    }),
  ),
  /** Who noted it, when and in which words; null for what the sweep found. */
  note: z.nullable(
    z.object({
      text: z.string(),
      at: moment,
      by: z.object({ name: z.string(), station: z.nullable(z.string()) }),
    }),
  ),
})
export type TopicSuggestion = z.infer<typeof topicSuggestion>

export const topicSuggestionList = listOf(topicSuggestion)
export type TopicSuggestionList = z.infer<typeof topicSuggestionList>

/** Query of `GET /api/v1/topics/suggestions`. */
export const topicSuggestionQuery = z.object(pageOf)
export type TopicSuggestionQuery = z.infer<typeof topicSuggestionQuery>

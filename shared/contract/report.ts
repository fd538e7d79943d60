import * as z from 'zod/mini'
import { ROLES } from '../domain/actor.ts'
import { EMERGENCY_NUMBERS } from '../domain/emergencies.ts'
import { HELD_REASONS } from '../domain/limits.ts'
import {
  ACTIONS,
  CHANNELS,
  COMPLEXITIES,
  HOLDER_TYPES,
  OVERDUE_LEVELS,
  STATES,
  STEPS,
  SUPERVISIONS,
} from '../domain/report-state.ts'
import { VIEWS } from '../domain/report-relations.ts'
import {
  dateOrMoment,
  freeText,
  listOf,
  moment,
  named,
  nearPosition,
  photoIds,
  place,
  typedCode,
} from './primitives.ts'

export const contact = z.object({
  name: z.optional(z.string().check(z.trim(), z.maxLength(40))),
  phone: z.optional(z.string().check(z.trim(), z.regex(/^$|^[+\d][\d\s-]{4,19}$/))),
})

/** `POST /api/v1/reports`. Place and at least one photo are demanded for a snapshot by the use case. */
export const submitRequest = z.object({
  channel: z.enum(CHANNELS),
  stationCode: z.optional(z.nullable(typedCode)),
  categoryCode: z.string().check(z.minLength(1), z.maxLength(60)),
  text: freeText(5, 2000),
  place: z.optional(z.nullable(place)),
  /** Words for a place without a position. */
  address: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  photoIds: z._default(photoIds, []),
  answers: z._default(z.record(z.string(), z.union([z.string().check(z.maxLength(200)), z.boolean()])), {}),
  contact: z.optional(z.nullable(contact)),
  consentPublic: z._default(z.boolean(), false),
  caseSlug: z.optional(z.nullable(z.string().check(z.maxLength(80)))),
})
export type SubmitRequest = z.input<typeof submitRequest>

/**
 * A photo of a report. The links are signed and live for an hour, because an `<img>` can send no header;
 * ask for the report again to get fresh ones.
 */
export const photo = z.object({
  id: z.string(),
  width: z.number(),
  height: z.number(),
  thumb: z.string(),
  full: z.string(),
  /** To staff: the photo of which this one is a redacted copy. */
  redacts: z.optional(z.string()),
})
export type Photo = z.infer<typeof photo>

const skippedDay = z.object({
  date: z.string(),
  why: z.enum(['weekend', 'holiday']),
  name: z.nullable(z.string()),
})

/** One promised date, the event that set it, and the working days it was counted by. */
export const promise = z.object({
  at: moment,
  seq: z.number(),
  action: z.enum(ACTIONS),
  provisional: z.boolean(),
  counted: z.array(z.string()),
  skipped: z.array(skippedDay),
})
export type PromiseShown = z.infer<typeof promise>

/** One step of the way: who had how long, and how the days were counted. Ended or running. */
export const step = z.object({
  step: z.enum(STEPS),
  /** The event that began it. */
  seq: z.number(),
  startedAt: moment,
  dueAt: moment,
  endedAt: z.nullable(moment),
  /** Null while it runs. */
  onTime: z.nullable(z.boolean()),
  provisional: z.boolean(),
  counted: z.array(z.string()),
  skipped: z.array(skippedDay),
})

const holder = z.object({ type: z.enum(HOLDER_TYPES), code: z.nullable(z.string()), name: z.string() })

export const report = z.object({
  number: z.string(),
  channel: z.enum(CHANNELS),
  state: z.enum(STATES),
  round: z.number(),
  version: z.number(),
  category: named,
  text: z.string(),
  place: z.nullable(place),
  /** The place in words; also where no position was given. */
  address: z.nullable(z.string()),
  photos: z.array(photo),
  /** Answers to the category's own questions, with the question's words. */
  answers: z.array(z.object({ code: z.string(), label: z.string(), answer: z.string() })),
  station: z.nullable(z.object({ number: z.string(), name: z.string() })),
  district: named,
  holder: z.nullable(holder),
  body: z.nullable(named),
  coBodies: z.array(named),
  complexity: z.enum(COMPLEXITIES),
  dueAt: z.nullable(moment),
  promisedAt: moment,
  promisedProvisional: z.boolean(),
  promises: z.array(promise),
  steps: z.array(step),
  /** How far up the present step was brought for being overdue. */
  overdueLevel: z.enum(OVERDUE_LEVELS),
  /** The report that this one follows while it is merged, or with which it was answered. */
  lead: z.nullable(z.object({ number: z.string(), state: z.enum(STATES) })),
  /** Numbers of the reports that follow this one; for staff. */
  followers: z.array(z.string()),
  bounces: z.number(),
  /** How many others have met it too; only a public report can be joined. */
  joins: z.number(),
  supervision: z.enum(SUPERVISIONS),
  order: z.nullable(z.object({ text: z.nullable(z.string()), dueAt: moment })),
  extension: z.enum(['none', 'asked', 'granted', 'refused']),
  rating: z.nullable(z.object({ answered: z.boolean(), solved: z.boolean(), satisfied: z.boolean() })),
  evidenceRequired: z.boolean(),
  consentPublic: z.boolean(),
  public: z.boolean(),
  caseSlug: z.nullable(z.string()),
  /** Everything personal was erased: words, place and photos are empty. */
  anonymised: z.boolean(),
  /** For staff, until somebody has looked at the report: why it should be looked at with care. */
  heldReason: z.optional(z.enum(HELD_REASONS)),
  createdAt: moment,
  updatedAt: moment,
})
export type Report = z.infer<typeof report>

export const timelineEvent = z.object({
  seq: z.number(),
  action: z.enum(ACTIONS),
  from: z.nullable(z.enum(STATES)),
  to: z.enum(STATES),
  at: moment,
  /** The office's name; `person` is set for staff only. */
  actor: z.object({
    role: z.enum([...ROLES, 'clock']),
    name: z.string(),
    person: z.optional(z.nullable(z.string())),
  }),
  text: z.nullable(z.string()),
  photos: z.array(photo),
  internal: z.boolean(),
  /** What the action carried besides: reason, days, rating, the body it went to. */
  data: z.record(z.string(), z.unknown()),
})
export type TimelineEvent = z.infer<typeof timelineEvent>

/** `GET /api/v1/reports/{number}` and the answer to every action. */
export const reportAnswer = z.object({
  report,
  timeline: z.array(timelineEvent),
  actions: z.array(z.enum(ACTIONS)),
  /** As what the caller reads it. */
  view: z.enum(VIEWS),
  /** The caller has joined it. */
  joined: z.optional(z.literal(true)),
})
export type ReportAnswer = z.infer<typeof reportAnswer>

export const submitAnswer = z.object({
  report,
  queryCode: z.string(),
  /** Whom to call at once when the words speak of danger; null when they do not. */
  emergency: z.nullable(z.array(z.enum(EMERGENCY_NUMBERS))),
})
export type SubmitAnswer = z.infer<typeof submitAnswer>

/** One row of a list: enough to recognise the report and to see whose turn it is. */
export const reportRow = z.object({
  number: z.string(),
  channel: z.enum(CHANNELS),
  state: z.enum(STATES),
  round: z.number(),
  version: z.number(),
  category: named,
  text: z.string(),
  district: named,
  station: z.nullable(z.object({ number: z.string(), name: z.string() })),
  holder: z.nullable(holder),
  address: z.nullable(z.string()),
  /** In public to about 100 m. */
  place: z.nullable(z.object({ lat: z.number(), lng: z.number() })),
  photo: z.nullable(z.string()),
  dueAt: z.nullable(moment),
  promisedAt: moment,
  bounces: z.number(),
  joins: z.number(),
  overdueLevel: z.enum(OVERDUE_LEVELS),
  supervision: z.enum(SUPERVISIONS),
  public: z.boolean(),
  anonymised: z.boolean(),
  heldReason: z.optional(z.enum(HELD_REASONS)),
  createdAt: moment,
  updatedAt: moment,
})
export type ReportRow = z.infer<typeof reportRow>

export const reportList = listOf(reportRow)
export type ReportList = z.infer<typeof reportList>

/** Whose reports a list shows: public ones, my own, those that wait for me, all that I may see, those that I watch. */
export const LIST_SCOPES = ['public', 'mine', 'inbox', 'visible', 'watched'] as const

const listed = z.pipe(
  z.string(),
  z.transform((list) => list.split(',')),
)
/** One state, or several separated by commas. */
const states = z.pipe(listed, z.array(z.enum(STATES)).check(z.minLength(1), z.maxLength(STATES.length)))
const holderTypes = z.pipe(
  listed,
  z.array(z.enum(HOLDER_TYPES)).check(z.minLength(1), z.maxLength(HOLDER_TYPES.length)),
)

const atLeast = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(99))

const flag = z.pipe(
  z.enum(['true', 'false', '1', '0']),
  z.transform((word) => word === 'true' || word === '1'),
)

/** Query of `GET /api/v1/reports`. */
export const reportListQuery = z.object({
  scope: z.optional(z.enum(LIST_SCOPES)),
  state: z.optional(states),
  category: z.optional(z.string()),
  district: z.optional(z.string()),
  station: z.optional(z.string()),
  body: z.optional(z.string()),
  channel: z.optional(z.enum(CHANNELS)),
  /** The reform case that it was filed about. */
  case: z.optional(z.string().check(z.maxLength(80))),
  /** Words of the text or the place, or a number. */
  q: z.optional(z.string().check(z.trim(), z.maxLength(80))),
  near: z.optional(nearPosition),
  overdue: z.optional(flag),
  supervision: z.optional(z.enum(SUPERVISIONS)),
  /** Somebody still has to act. */
  open: z.optional(flag),
  /** Who has it now: one kind of holder, or several separated by commas; and which of them. */
  holderType: z.optional(holderTypes),
  holderCode: z.optional(z.string().check(z.maxLength(60))),
  overdueLevel: z.optional(z.enum(OVERDUE_LEVELS)),
  /** Under a supervision order whose time is over. */
  orderOverdue: z.optional(flag),
  minBounces: z.optional(atLeast),
  minRound: z.optional(atLeast),
  /** A review was not content with the answer at least once. */
  sentBack: z.optional(flag),
  /** Nothing has happened for so many whole working days. */
  quietDays: z.optional(atLeast),
  /** Filed from here on: a moment, or a whole day in Asia/Shanghai. */
  from: z.optional(dateOrMoment),
  /** Filed before this moment, or until the end of this day. */
  to: z.optional(dateOrMoment),
  /** `new`: latest first. `due`: what must be done next first. */
  sort: z._default(z.enum(['new', 'due']), 'new'),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 20),
})
export type ReportListQuery = z.input<typeof reportListQuery>

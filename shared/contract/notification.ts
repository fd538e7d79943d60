import * as z from 'zod/mini'
import { NOTICE_KINDS } from '../domain/notice.ts'
import { ACTIONS, STATES } from '../domain/report-state.ts'
import { moment } from './primitives.ts'

/** Something happened to a report I have to do with, or my time for it is running out. */
export const notification = z.object({
  id: z.number(),
  kind: z.enum(NOTICE_KINDS),
  reportNumber: z.string(),
  /** The event's number in the report's timeline; for a reminder that of the last event. */
  seq: z.number(),
  action: z.enum(ACTIONS),
  /** The report's state after the event. */
  to: z.enum(STATES),
  /** The office, never a member of its staff; empty for the reporter, the clock and reminders. */
  actorName: z.string(),
  at: moment,
  read: z.boolean(),
})
export type Notification = z.infer<typeof notification>

/** `GET /api/v1/notifications`, latest first. `unread` counts all, not only this page. */
export const notificationList = z.object({
  items: z.array(notification),
  nextCursor: z.nullable(z.string()),
  unread: z.number(),
})
export type NotificationList = z.infer<typeof notificationList>

export const notificationListQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 20),
})
export type NotificationListQuery = z.infer<typeof notificationListQuery>

/** `POST /api/v1/notifications/read`: some by id, or all. Answers with `unread`, how many are left. */
export const markReadRequest = z.object({
  ids: z.optional(z.array(z.number().check(z.int())).check(z.maxLength(100))),
  all: z.optional(z.boolean()),
})
export type MarkReadRequest = z.infer<typeof markReadRequest>

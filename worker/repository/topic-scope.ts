import { whereMe } from './report-scope.ts'

/** Whose topics a session's account (`me`) may list: one condition a way, so that each can walk its own index. */
export const TOPIC_SCOPES = [
  `me.role = 'supervisor' AND topic.district_code = me.district_code`,
  `me.role = 'supervisor' AND me.district_code IS NULL`,
  `me.role = 'body' AND topic.body_code = me.body_code`,
] as const

/**
 * Whether the reader may know of `topic` at all; its parameters are those of `readerValues`. The rule is `mayReadTopic`
 * in `shared/domain/topic-lifecycle.ts`; a test holds the two equal.
 */
export const READABLE_TOPIC = whereMe(TOPIC_SCOPES)

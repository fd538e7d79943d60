import type { Actor } from '../../shared/domain/actor.ts'
import type { TopicAction, TopicChanges, TopicState } from '../../shared/domain/topic-state.ts'
import type { KeptAnswer } from './idempotency-keys.ts'
import { many, write, type Database, type Query, type Row } from './query.ts'
import { changesToColumns } from './report-columns.ts'
import { readerValues, type Reader } from './report-scope.ts'
import { READABLE_TOPIC } from './topic-scope.ts'

/** One entry of a topic's timeline. `from` is null for the opening. */
export interface TopicEventRecord {
  seq: number
  action: TopicAction
  from: TopicState | null
  to: TopicState
  at: number
  actorId: string | null
  actorRole: Actor['role']
  actorName: string
  actorPerson: string | null
  text: string | null
  data: Record<string, unknown>
}

/** An event that is about to be appended. */
export interface NewTopicEvent extends TopicEventRecord {
  id: string
  topicId: string
  changes: TopicChanges
  prevHash: string
  hash: string
}

function readEvent(row: Row): TopicEventRecord {
  return {
    seq: row.seq as number,
    action: row.action as TopicAction,
    from: (row.from_state as string) === '' ? null : (row.from_state as TopicState),
    to: row.to_state as TopicState,
    at: row.at as number,
    actorId: row.actor_id as string | null,
    actorRole: row.actor_role as Actor['role'],
    actorName: row.actor_name as string,
    actorPerson: row.actor_person as string | null,
    text: row.text as string | null,
    data: JSON.parse(row.data as string) as Record<string, unknown>,
  }
}

/** The timeline of a topic, oldest first; nothing of one that the reader may not know of. */
export function eventsOfTopic(db: Database, id: string, reader: Reader): Query<TopicEventRecord[]> {
  const statement = db
    .prepare(
      `SELECT topic_event.* FROM topic JOIN topic_event ON topic_event.topic_id = topic.id
       WHERE topic.code = ?1 AND ${READABLE_TOPIC} ORDER BY topic_event.seq`,
    )
    .bind(id, ...readerValues(reader))
  return many(statement, readEvent)
}

/**
 * Appends an event. It belongs together with those of the topic's reports: when the topic has moved on, the whole
 * transaction is undone (`wasOvertaken`).
 */
export function appendTopicEventOrUndo(db: Database, event: NewTopicEvent): Query<void> {
  const ofTopic = (column: string) => `(SELECT ${column} FROM topic WHERE code = ?1 AND version = ?2)`
  return write(
    db
      .prepare(
        `INSERT INTO topic_event (topic_id, seq, action, from_state, to_state, at, actor_id, actor_role, actor_name,
           actor_person, text, data, changes, prev_hash, hash, id)
         VALUES (${ofTopic('id')}, ?2 + 1, ?3, ${ofTopic('state')}, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,
           ?15)`,
      )
      .bind(
        event.topicId,
        event.seq - 1,
        event.action,
        event.to,
        event.at,
        event.actorId,
        event.actorRole,
        event.actorName,
        event.actorPerson,
        event.text,
        JSON.stringify(event.data),
        JSON.stringify(changesToColumns(event.changes)),
        event.prevHash,
        event.hash,
        event.id,
      ),
  )
}

/** Keeps the answer of a write whose event stands before it in the same transaction; a key in use undoes both. */
export function keepTopicAnswer(db: Database, kept: KeptAnswer & { key: string; now: number }): Query<void> {
  return write(
    db
      .prepare(
        'INSERT INTO idempotency_key (key, caller, request_hash, answer, created_at) VALUES (?1, ?2, ?3, ?4, ?5)',
      )
      .bind(kept.key, kept.caller, kept.requestHash, kept.answer, kept.now),
  )
}

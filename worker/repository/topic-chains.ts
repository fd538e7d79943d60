import type { Actor } from '../../shared/domain/actor.ts'
import type { TopicAction, TopicState } from '../../shared/domain/topic-state.ts'
import { many, type Database, type Query } from './query.ts'

/** An event of a topic exactly as its row holds it: JSON as the text that was stored. */
export interface StoredTopicEvent {
  seq: number
  id: string
  action: TopicAction
  from: TopicState
  to: TopicState
  at: number
  actorId: string | null
  actorRole: Actor['role']
  actorName: string
  actorPerson: string | null
  text: string | null
  data: string
  changes: string
  prevHash: string
  hash: string
}

/** A topic's row, as far as its events decide it, with all its events in order. */
export interface StoredTopic {
  id: number
  code: string
  version: number
  state: string
  headHash: string
  events: StoredTopicEvent[]
}

/** The topics after `id`, in order. A topic has few events: they come with it. */
export function storedTopicsAfter(db: Database, id: number, limit: number): Query<StoredTopic[]> {
  const statement = db
    .prepare(
      `SELECT id, code, version, state, head_hash,
         (SELECT json_group_array(json_object(
            'seq', seq, 'id', id, 'action', action, 'from', from_state, 'to', to_state, 'at', at,
            'actorId', actor_id, 'actorRole', actor_role, 'actorName', actor_name, 'actorPerson', actor_person,
            'text', text, 'data', data, 'changes', changes, 'prevHash', prev_hash, 'hash', hash))
          FROM (SELECT * FROM topic_event WHERE topic_id = topic.id ORDER BY seq)) AS events
       FROM topic WHERE id > ?1 ORDER BY id LIMIT ?2`,
    )
    .bind(id, limit)
  return many(statement, (row) => ({
    id: row.id as number,
    code: row.code as string,
    version: row.version as number,
    state: row.state as string,
    headHash: row.head_hash as string,
    events: JSON.parse(row.events as string) as StoredTopicEvent[],
  }))
}

import type { Context, Secrets } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { storedTopicsAfter, type StoredTopic, type StoredTopicEvent } from '../../repository/topic-chains.ts'
import { topicEventHash } from './chain.ts'

/** What can be wrong with an event of a topic, or with the topic's own row. */
export type TopicFault = 'number' | 'state' | 'link' | 'hash' | 'row'

/** One thing that is not as it was written. */
export interface TopicDeviation {
  topicCode: string
  /** The event; null where the topic's row is wrong. */
  seq: number | null
  fault: TopicFault
}

const PAGE = 25

async function hashFault(
  secrets: Secrets,
  code: string,
  event: StoredTopicEvent,
): Promise<TopicFault | null> {
  const { data, changes, hash, ...stored } = event
  try {
    // The formula is asked with the very values of the row. JSON in other letters is not what was written.
    const content = { ...stored, topicId: code, data: JSON.parse(data), changes: JSON.parse(changes) }
    const isAsWritten = JSON.stringify(content.data) === data && JSON.stringify(content.changes) === changes
    return isAsWritten && (await topicEventHash(secrets, content)) === hash ? null : 'hash'
  } catch {
    return 'hash'
  }
}

type Last = Pick<StoredTopicEvent, 'seq' | 'hash'> & { to: string }

async function faultsOf(
  secrets: Secrets,
  code: string,
  last: Last,
  event: StoredTopicEvent,
): Promise<TopicFault[]> {
  const faults: (TopicFault | null)[] = [
    event.seq === last.seq + 1 ? null : 'number',
    event.from === last.to ? null : 'state',
    event.prevHash === last.hash ? null : 'link',
    await hashFault(secrets, code, event),
  ]
  return faults.filter((fault) => fault !== null)
}

function isAsItsEvents(topic: StoredTopic, last: Last): boolean {
  const agrees = topic.version === last.seq && topic.state === last.to && topic.headHash === last.hash
  return agrees && last.seq > 0
}

async function verifyTopic(
  secrets: Secrets,
  topic: StoredTopic,
  tell: (one: TopicDeviation) => void,
): Promise<void> {
  let last: Last = { seq: 0, to: '', hash: '' }
  for (const event of topic.events) {
    const faults = await faultsOf(secrets, topic.code, last, event)
    for (const fault of faults) tell({ topicCode: topic.code, seq: event.seq, fault })
    last = event
  }
  if (!isAsItsEvents(topic, last)) tell({ topicCode: topic.code, seq: null, fault: 'row' })
}

/**
 * Walks every topic as `verifyChains` walks the reports: numbers, states, hashes and the topic's row.
 *
 * @param tell is called once a deviation, topic by topic
 */
export async function verifyTopics(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  tell: (deviation: TopicDeviation) => void,
): Promise<{ topics: number; events: number; deviations: number }> {
  const total = { topics: 0, events: 0, deviations: 0 }
  for (let after = 0; ;) {
    const [page] = await runBatch(db, [storedTopicsAfter(db, after, PAGE)])
    for (const topic of page) {
      await verifyTopic(secrets, topic, (deviation) => {
        total.deviations += 1
        tell(deviation)
      })
      total.events += topic.events.length
      after = topic.id
    }
    total.topics += page.length
    if (page.length < PAGE) return total
  }
}

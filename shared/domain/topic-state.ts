/** The states of a topic, a common problem (共性问题) that several reports are about. */
export const TOPIC_STATES = ['open', 'in_review', 'answered', 'closed'] as const
export type TopicState = (typeof TOPIC_STATES)[number]

/** What can happen to a topic. `open` begins it, `drop` ends one that was opened by mistake. */
export const TOPIC_ACTIONS = [
  'open',
  'add',
  'remove',
  'order',
  'answer',
  'send_back',
  'approve',
  'close',
  'drop',
  'propose',
  'note',
] as const
export type TopicAction = (typeof TOPIC_ACTIONS)[number]

/** Everything the rules of a topic look at; what its events give when folded in order. Times are milliseconds. */
export interface TopicFacts {
  /** Eight letters. */
  id: string
  state: TopicState
  /** Equal to the sequence number of the last event. */
  version: number
  title: string
  /** What the reports have in common. */
  text: string
  /** The category all first reports share; null when they are of several, or when there were none. */
  categoryCode: string | null
  /** The district the topic lies in; null when it is the whole city's. */
  districtCode: string | null
  /** The reform case it belongs to. */
  caseSlug: string | null
  /** Who answers for it; null until somebody is named. */
  bodyCode: string | null
  orderText: string | null
  dueAt: number | null
  /** What the body answered, while it is under review or approved. */
  answerText: string | null
  /** The account that answered. */
  answeredBy: string | null
  /** What a supervisor proposes to the offices, as its document says it. */
  proposalText: string | null
  reportNumbers: string[]
}

/** What an event changes. Reports come and go by number. The state is the event's own `to`. */
export type TopicChanges = Partial<Omit<TopicFacts, 'id' | 'state' | 'version' | 'reportNumbers'>> & {
  added?: string[]
  removed?: string[]
}

/** A topic as no event has touched it; equal to the defaults of the `topic` table. */
export const UNTOUCHED_TOPIC = {
  version: 0,
  title: '',
  text: '',
  categoryCode: null,
  districtCode: null,
  caseSlug: null,
  bodyCode: null,
  orderText: null,
  dueAt: null,
  answerText: null,
  answeredBy: null,
  proposalText: null,
  reportNumbers: [],
} as const satisfies Partial<TopicFacts>

/** The topic after an event: the same fold as the database's. */
export function topicAfter(topic: TopicFacts, to: TopicState, changes: TopicChanges): TopicFacts {
  const { added = [], removed = [], ...facts } = changes
  const kept = topic.reportNumbers.filter((number) => !removed.includes(number))
  return { ...topic, ...facts, state: to, version: topic.version + 1, reportNumbers: [...kept, ...added] }
}

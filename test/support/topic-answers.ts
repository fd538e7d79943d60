import type { Supervision } from '../../shared/contract/supervision.ts'
import type { Topic, TopicAnswer, TopicEvent, TopicSuggestion } from '../../shared/contract/topic.ts'
import { MATTERS } from '../../shared/domain/supervision-matters.ts'
import { NOW, NUMBER, rowOf } from './staff-answers.ts'

const NOBODY = Object.fromEntries(MATTERS.map((matter) => [matter, 0])) as Supervision['matters']

/** What a supervisor sees when three are late at one station. */
export function supervised(changes: Partial<Supervision> = {}): Supervision {
  return {
    at: NOW,
    matters: { ...NOBODY, waiting: 2, disputes: 1, overdue: 3, quiet: 1 },
    stuckWith: [
      { type: 'station', code: '0001', name: '北京街联络站', overdue: 3, quiet: 1 },
      { type: 'body', code: 'lamps', name: '越秀区住建局', overdue: 0, quiet: 1 },
    ],
    stuckWithMore: false,
    topics: { suggestions: 1, inReview: 2, pastDue: 0 },
    ...changes,
  }
}

const lampAt = (number: string, lat: number): TopicSuggestion['reports'][number] => ({
  number,
  text: `路灯不亮，晚上很黑（${number.slice(-2)}）`,
  place: { lat, lng: 113.2695, address: '中山四路' },
  createdAt: NOW,
  state: 'submitted',
  similarity: 0.8,
})

export const suggestion: TopicSuggestion = {
  id: 'K7Q2M9XA',
  category: { code: 'street-lighting', name: '路灯不亮' },
  district: { code: '440104', name: '越秀区' },
  reasons: {
    radiusMetres: 120,
    days: 3,
    likeness: 0.82,
    sharedWords: ['路灯', '很黑'],
    from: '2026-11-20T02:00:00.000Z',
    to: NOW,
  },
  reports: [lampAt(NUMBER, 23.1255), lampAt('26112212345676', 23.1264), lampAt('26112012345678', 23.1247)],
  note: null,
}

export const topic: Topic = {
  id: 'TPC2M9XA',
  title: '中山四路一带路灯不亮',
  text: '三处路灯接在同一条线路上，要一起换。',
  state: 'open',
  version: 1,
  category: { code: 'street-lighting', name: '路灯不亮' },
  district: { code: '440104', name: '越秀区' },
  caseSlug: null,
  body: null,
  orderText: null,
  dueAt: null,
  answer: null,
  proposal: null,
  reportCount: { all: 2, open: 1 },
  createdAt: NOW,
  updatedAt: NOW,
}

export function topicEvent(changes: Partial<TopicEvent> = {}): TopicEvent {
  return {
    seq: 1,
    action: 'open',
    from: null,
    to: 'open',
    at: NOW,
    actor: { role: 'supervisor', name: '', person: '冯绍基' },
    text: topic.text,
    data: {},
    ...changes,
  }
}

/** A topic as its page gets it. */
export function topicAnswerOf(
  changes: Partial<Topic>,
  actions: TopicAnswer['actions'],
  timeline = [topicEvent()],
): TopicAnswer {
  const reports = [rowOf(), rowOf({ number: '26112012345678', state: 'closed', address: '德政路口' })]
  return { topic: { ...topic, ...changes }, reports, timeline, actions }
}

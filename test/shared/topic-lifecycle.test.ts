import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ReportFacts } from '../../shared/domain/report-state.ts'
import type { TopicCommand, TopicOpening } from '../../shared/domain/topic-command.ts'
import { beginTopic } from '../../shared/domain/topic-effects.ts'
import {
  allowedTopicActions,
  allTopicTransitions,
  decideTopic,
  mayReadTopic,
  TOPIC_LIFECYCLE,
} from '../../shared/domain/topic-lifecycle.ts'
import { joiningProblem, memberStep } from '../../shared/domain/topic-members.ts'
import {
  TOPIC_ACTIONS,
  TOPIC_STATES,
  topicAfter,
  UNTOUCHED_TOPIC,
  type TopicFacts,
  type TopicState,
} from '../../shared/domain/topic-state.ts'
import { ACTORS, MONDAY, opinion } from '../support/facts.ts'

const TUESDAY = MONDAY + 86_400_000

function topic(changes: Partial<TopicFacts> = {}): TopicFacts {
  return {
    ...UNTOUCHED_TOPIC,
    id: 'K7Q2M9XA',
    state: 'open',
    version: 1,
    title: '中山四路一带路灯不亮',
    districtCode: '440104',
    bodyCode: 'lamps',
    reportNumbers: ['1', '2', '3'],
    ...changes,
  }
}

const COMMANDS: TopicCommand[] = [
  { action: 'add', reportNumbers: ['9'] },
  { action: 'remove', reportNumbers: ['1'] },
  { action: 'order', bodyCode: 'lamps', text: '请一并办理', dueAt: TUESDAY },
  { action: 'answer', text: '线路已经换新。' },
  { action: 'send_back', text: '请写明范围' },
  { action: 'approve' },
  { action: 'close' },
  { action: 'drop', text: '开错了' },
  { action: 'propose', text: '建议整条线路一并换新。' },
  { action: 'note', text: '先通个电话' },
]

function decided(facts: TopicFacts, who: keyof typeof ACTORS, command: TopicCommand) {
  const decision = decideTopic(facts, ACTORS[who], command, MONDAY)
  return decision.allowed ? decision.to : decision.code
}

/** By hand: which action leads where from each state, for the supervisor and for the body that answers. */
const EXPECTED: Record<'supervisor' | 'body', Record<TopicState, Partial<Record<string, TopicState>>>> = {
  supervisor: {
    open: { add: 'open', remove: 'open', order: 'open', drop: 'closed', propose: 'open', note: 'open' },
    in_review: {
      remove: 'in_review',
      send_back: 'open',
      approve: 'answered',
      drop: 'closed',
      propose: 'in_review',
      note: 'in_review',
    },
    answered: { remove: 'answered', close: 'closed', propose: 'answered', note: 'answered' },
    closed: { note: 'closed' },
  },
  body: {
    open: { answer: 'in_review', note: 'open' },
    in_review: { note: 'in_review' },
    answered: { note: 'answered' },
    closed: { note: 'closed' },
  },
}

function mayEver(role: string, action: string): boolean {
  if (role === 'supervisor') return action !== 'answer'
  return role === 'body' && ['answer', 'note'].includes(action)
}

describe('the table', () => {
  it('is what the database enforces, step by step', () => {
    const listed = ['0009_topics', '0021_supervision'].flatMap((name) => {
      const sql = readFileSync(`worker/migrations/${name}.sql`, 'utf8')
      return [...sql.matchAll(/INSERT INTO topic_transition[^;]*;/g)].map(([statement]) => statement)
    })
    const enforced = [...listed.join().matchAll(/\('(\w+)', '(\w*)', '(\w+)'\)/g)].map((row) =>
      row.slice(1).join(' '),
    )
    const allowed = allTopicTransitions().map(({ action, from, to }) => `${action} ${from ?? ''} ${to}`)
    expect(enforced.toSorted()).toEqual(allowed.toSorted())
    expect(enforced.length).toBeGreaterThan(10)
  })

  it('has a row for every action, and reaches every state', () => {
    expect(new Set(['open', ...TOPIC_LIFECYCLE.map(({ action }) => action)])).toEqual(new Set(TOPIC_ACTIONS))
    for (const state of TOPIC_STATES) expect(allTopicTransitions().some(({ to }) => to === state)).toBe(true)
  })

  it.each(TOPIC_STATES)('allows in %s what is written here, and nothing else to anybody', (state) => {
    let cells = 0
    for (const who of Object.keys(ACTORS) as (keyof typeof ACTORS)[]) {
      const role = who === 'desk' ? 'supervisor' : who
      const may = role === 'supervisor' || role === 'body' ? EXPECTED[role][state] : {}
      for (const command of COMMANDS) {
        cells += 1
        const refusal = mayEver(role, command.action) ? 'ILLEGAL_TRANSITION' : 'NOT_ALLOWED'
        expect([who, command.action, decided(topic({ state }), who, command)]).toEqual([
          who,
          command.action,
          may[command.action] ?? refusal,
        ])
      }
      expect(new Set(allowedTopicActions(topic({ state }), ACTORS[who]))).toEqual(new Set(Object.keys(may)))
    }
    expect(cells).toBe(Object.keys(ACTORS).length * COMMANDS.length)
  })

  it('lets nobody approve or send back what they answered', () => {
    const own = topic({ state: 'in_review', answeredBy: ACTORS.supervisor.id })
    expect(decided(own, 'supervisor', { action: 'approve' })).toBe('NOT_ALLOWED')
    expect(decided(own, 'supervisor', { action: 'send_back', text: '再看看' })).toBe('NOT_ALLOWED')
    expect(decided(own, 'desk', { action: 'approve' })).toBe('answered')
    expect(allowedTopicActions(own, ACTORS.supervisor)).not.toContain('approve')
  })

  it('shows a topic to its field’s supervisors and its body only; one of the whole city not to a district', () => {
    const readers = (facts: TopicFacts) =>
      Object.entries(ACTORS).flatMap(([who, actor]) => (mayReadTopic(facts, actor) ? [who] : []))
    expect(readers(topic())).toEqual(['body', 'supervisor', 'desk'])
    expect(readers(topic({ districtCode: null, bodyCode: null }))).toEqual(['supervisor'])
  })
})

describe('what a command carries', () => {
  const fieldsOf = (facts: TopicFacts, command: TopicCommand) => {
    const decision = decideTopic(facts, ACTORS.supervisor, command, MONDAY)
    return decision.allowed ? null : decision.fields
  }

  it.each<[string, TopicCommand, object]>([
    [
      'a report that is there already',
      { action: 'add', reportNumbers: ['1'] },
      { reportNumbers: 'duplicate' },
    ],
    [
      'a report to remove that is not there',
      { action: 'remove', reportNumbers: ['8'] },
      { reportNumbers: 'unknown' },
    ],
    [
      'the last reports to be removed',
      { action: 'remove', reportNumbers: ['1', '2', '3'] },
      { reportNumbers: 'required' },
    ],
    [
      'a due time that has passed',
      { action: 'order', bodyCode: 'lamps', text: '请办', dueAt: MONDAY },
      { dueAt: 'in_the_past' },
    ],
  ])('refuses %s', (_, command, fields) => {
    const [[field, problem]] = Object.entries(fields) as [[string, string]]
    expect(fieldsOf(topic(), command)).toEqual({ [field]: { problem } })
  })

  it('lets a topic of a reform case stand without reports', () => {
    expect(
      fieldsOf(topic({ caseSlug: 'x' }), { action: 'remove', reportNumbers: ['1', '2', '3'] }),
    ).toBeNull()
  })

  it('folds additions and removals into the list of reports', () => {
    const added = topicAfter(topic(), 'open', { added: ['4'] })
    const removed = topicAfter(added, 'open', { removed: ['1', '4'] })
    expect([added.reportNumbers, removed.reportNumbers, removed.version]).toEqual([
      ['1', '2', '3', '4'],
      ['2', '3'],
      3,
    ])
  })
})

describe('opening', () => {
  const opening: TopicOpening = {
    title: '路灯',
    text: '三处路灯同一条线路',
    reportNumbers: ['1', '2', '1'],
    caseSlug: null,
    bodyCode: null,
    orderText: null,
    dueAt: null,
  }
  const begin = (change: Partial<TopicOpening>, reports: ReportFacts[]) =>
    beginTopic({ ...opening, ...change }, ACTORS.supervisor, reports, MONDAY)

  it('takes district and category from its reports, where they share them', () => {
    expect(begin({}, [opinion(), opinion()])).toMatchObject({
      changes: { added: ['1', '2'], districtCode: '440104', categoryCode: 'street-lighting' },
    })
    const mixed = [opinion(), opinion({ districtCode: '440106', categoryCode: 'litter-heap' })]
    expect(begin({}, mixed)).toMatchObject({ changes: { districtCode: null, categoryCode: null } })
  })

  it('is the opener’s own field without reports', () => {
    const ofDesk = beginTopic({ ...opening, reportNumbers: [], caseSlug: 'x' }, ACTORS.desk, [], MONDAY)
    expect(ofDesk).toMatchObject({ changes: { districtCode: '440104', added: [] } })
  })

  it('needs reports or a case, and an order whole', () => {
    expect(begin({ reportNumbers: [] }, [])).toEqual({ fields: { reportNumbers: { problem: 'required' } } })
    expect(begin({ orderText: '请办' }, [opinion()])).toEqual({
      fields: { bodyCode: { problem: 'required' }, dueAt: { problem: 'required' } },
    })
    expect(begin({ orderText: '请办', bodyCode: 'lamps', dueAt: MONDAY - 1 }, [opinion()])).toEqual({
      fields: { dueAt: { problem: 'in_the_past' } },
    })
  })
})

describe('joining', () => {
  const candidate = (change: Partial<ReportFacts> = {}, followers = 0, topicId: string | null = null) => ({
    facts: opinion(change),
    followers,
    topicId,
  })
  const many = (count: number) => Array.from({ length: count }, () => candidate())

  it('takes 50 reports, and no more than 100 with those merged into them', () => {
    expect(joiningProblem(many(20), many(30), null)).toBeNull()
    expect(joiningProblem(many(21), many(30), null)).toEqual({ problem: 'too_many', limit: 50 })
    expect(joiningProblem([candidate({}, 49)], [candidate({}, 49)], null)).toBeNull()
    expect(joiningProblem([candidate({}, 50)], [candidate({}, 49)], null)).toEqual({
      problem: 'too_many',
      limit: 100,
    })
  })

  it('refuses unknown ones, those of another topic and of another district', () => {
    expect(joiningProblem([null, candidate()], [], null)).toEqual({ problem: 'unknown' })
    expect(joiningProblem([candidate({}, 0, 'X')], [], null)).toEqual({ problem: 'in_other_topic' })
    expect(joiningProblem([candidate()], [], '440106')).toEqual({ problem: 'other_district' })
  })
})

describe('what a step means for a report', () => {
  const ordered = topic({ orderText: '请一并办理', dueAt: TUESDAY })
  const byTopic = { supervision: 'ordered', orderText: '请一并办理', orderDueAt: TUESDAY } as const

  it.each<[string, Parameters<typeof memberStep>[0], TopicFacts, Partial<ReportFacts>, string | null]>([
    ['joins without an order', 'open', topic(), {}, 'watch'],
    ['joins, supervised already', 'add', topic(), { supervision: 'watched' }, null],
    ['joins under an order', 'add', ordered, { supervision: 'watched' }, 'order'],
    ['joins when the order’s time is over', 'add', topic({ orderText: '请办', dueAt: MONDAY }), {}, 'watch'],
    ['joins as evidence', 'open', ordered, { state: 'closed' }, null],
    ['joins while merged', 'open', ordered, { state: 'merged' }, null],
    ['is ordered', 'order', ordered, {}, 'order'],
    ['is on its way when the answer comes', 'approve', topic(), { state: 'disputed' }, 'settle'],
    ['has its answer already', 'approve', topic(), { state: 'answered' }, null],
    ['follows a lead when the answer comes', 'approve', topic(), { state: 'merged' }, null],
    ['is under the topic’s order at the end', 'close', ordered, byTopic, 'lift'],
    ['is watched at the end', 'drop', ordered, { supervision: 'watched' }, 'lift'],
    [
      'is under another order at the end',
      'close',
      ordered,
      { supervision: 'ordered', orderDueAt: TUESDAY + 1 },
      null,
    ],
    ['was never supervised', 'remove', topic(), {}, null],
    ['is noted about', 'note', ordered, {}, null],
  ])('that %s', (_, action, facts, report, step) => {
    expect(memberStep(action, facts, opinion(report), MONDAY)).toBe(step)
  })
})

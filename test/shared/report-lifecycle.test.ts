import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/domain/report-command.ts'
import { allowedActions, allTransitions, LIFECYCLE } from '../../shared/domain/report-lifecycle.ts'
import { viewOf } from '../../shared/domain/report-relations.ts'
import { ACTIONS, OPEN_STATES, STATES } from '../../shared/domain/report-state.ts'
import { after, decided } from '../support/decided.ts'
import { ACTORS, MONDAY, opinion } from '../support/facts.ts'

const assign: Command = { action: 'assign', bodyCode: 'lamps', complexity: 'simple' }
const atBody = { bodyCode: 'lamps', holderType: 'body', holderCode: 'lamps' } as const
const withReporter = { holderType: 'reporter', holderCode: null } as const

describe('the table', () => {
  it('is what the database enforces, step by step', () => {
    const enforced = readdirSync('worker/migrations').flatMap((file) => {
      const sql = readFileSync(`worker/migrations/${file}`, 'utf8')
      const inserted = sql.matchAll(/INSERT INTO lifecycle_transition [^;]+;/g)
      const rows = [...inserted].flatMap(([insert]) => [...insert.matchAll(/\('(\w+)', '(\w*)', '(\w+)'\)/g)])
      return rows.map((row) => row.slice(1).join(' '))
    })
    const allowed = allTransitions().map(({ action, from, to }) => `${action} ${from ?? ''} ${to}`)
    expect(enforced.toSorted()).toEqual([...new Set(allowed)].toSorted())
  })

  it('has a row for every action, and reaches and leaves every open state', () => {
    const actions = new Set(['submit', ...LIFECYCLE.map((row) => row.action)])
    expect([...actions].toSorted()).toEqual([...ACTIONS].toSorted())
    const steps = allTransitions().filter((step) => step.from !== step.to)
    for (const state of STATES) expect(steps.some((step) => step.to === state)).toBe(true)
    for (const state of OPEN_STATES) expect(steps.some((step) => step.from === state)).toBe(true)
  })
})

describe('the straight way', () => {
  it('goes from the station to the body and back to a satisfied reporter', () => {
    let report = after(opinion(), 'station', assign)
    expect(report).toMatchObject({ state: 'assigned', ...atBody, complexity: 'simple' })
    report = after(report, 'body', { action: 'sign' })
    report = after(report, 'body', { action: 'finish', text: '灯已修好', photoIds: ['p1'] })
    expect(report).toMatchObject({ state: 'in_review', holderType: 'station', finishedBy: 'b1' })
    report = after(report, 'station', { action: 'approve' })
    expect(report).toMatchObject({ state: 'answered', ...withReporter })
    report = after(report, 'reporter', { action: 'rate', answered: true, solved: true, satisfied: true })
    expect(report).toMatchObject({ state: 'closed', holderType: null, dueAt: null, ratedSatisfied: true })
  })

  it('keeps the promised date through bounces, assignments and send-backs', () => {
    let report = opinion()
    const promised = report.promisedAt
    report = after(report, 'station', assign)
    report = after(report, 'body', { action: 'bounce', text: '不是我们的' })
    report = after(report, 'station', assign)
    report = after(report, 'body', { action: 'sign' })
    report = after(report, 'body', { action: 'finish', text: '灯已修好', photoIds: ['p1'] })
    report = after(report, 'station', { action: 'send_back', text: '还有一盏' })
    expect(report.promisedAt).toBe(promised)
  })
})

describe('who may', () => {
  it('offers each person exactly what is theirs on a new report', () => {
    const offered = (who: keyof typeof ACTORS) => allowedActions(opinion(), ACTORS[who], MONDAY)
    expect(offered('station')).toEqual(['ask', 'decline', 'assign', 'merge', 'note'])
    expect(offered('desk')).toEqual(['ask', 'decline', 'assign', 'merge', 'watch', 'order', 'note'])
    expect(offered('deputy')).toEqual(['watch', 'note'])
    expect(offered('reporter')).toEqual(['supplement', 'withdraw'])
    for (const who of [
      'anonymous',
      'otherResident',
      'otherStation',
      'body',
      'otherDeputy',
      'otherDesk',
      'admin',
    ] as const) {
      expect(offered(who)).toEqual([])
    }
  })

  it('tells forbidden from impossible', () => {
    expect(decided(opinion(), 'reporter', assign)).toBe('NOT_ALLOWED')
    expect(decided(opinion({ state: 'closed', holderType: null }), 'station', assign)).toBe(
      'ILLEGAL_TRANSITION',
    )
    expect(decided(opinion({ state: 'assigned', ...atBody }), 'station', { action: 'sign' })).toBe(
      'NOT_ALLOWED',
    )
  })

  it('lets nobody approve their own work', () => {
    const report = opinion({ state: 'in_review', finishedBy: 's1' })
    expect(decided(report, 'station', { action: 'approve' })).toBe('NOT_ALLOWED')
    expect(decided(report, 'supervisor', { action: 'approve' })).toBe('answered')
  })

  it('sends an appeal to a supervisor who did not decline it', () => {
    const declined = after(opinion(), 'supervisor', { action: 'decline', reason: 'no_content' })
    const appealed = after(declined, 'reporter', { action: 'appeal', text: '请再看一次' })
    expect(appealed).toMatchObject({ state: 'submitted', holderType: 'supervisor' })
    expect(decided(appealed, 'station', assign)).toBe('NOT_ALLOWED')
    expect(decided(appealed, 'supervisor', assign)).toBe('NOT_ALLOWED')
    expect(decided(appealed, 'desk', assign)).toBe('assigned')
    const again = { ...appealed, state: 'declined' as const }
    expect(decided(again, 'reporter', { action: 'appeal', text: '再来' })).toBe('ILLEGAL_TRANSITION')
  })

  it('lets the deputy who filed a snapshot review it, and the desk once that is overdue', () => {
    const filed = opinion({
      channel: 'snapshot',
      reporterId: 'd1',
      filerDeputyId: 'd-0001-01',
      state: 'in_progress',
      ...atBody,
    })
    const done = after(filed, 'body', { action: 'finish', text: '已经清理', photoIds: ['p1'] })
    expect(done).toMatchObject({ holderType: 'deputy', holderCode: 'd-0001-01' })
    expect(decided(done, 'station', { action: 'approve' })).toBe('NOT_ALLOWED')
    expect(decided(done, 'deputy', { action: 'approve' })).toBe('answered')
    expect(decided(done, 'desk', { action: 'approve' })).toBe('NOT_ALLOWED')
    expect(decided({ ...done, dueAt: MONDAY - 1 }, 'desk', { action: 'approve' })).toBe('answered')
  })

  it('hides a report from those it does not concern', () => {
    expect(viewOf(opinion(), ACTORS.otherStation)).toBeNull()
    expect(viewOf(opinion(), ACTORS.admin)).toBeNull()
    expect(viewOf(opinion({ isPublic: true }), ACTORS.otherResident)).toBe('public')
    expect(viewOf(opinion(), { ...ACTORS.anonymous, reporterOf: opinion().number })).toBe('reporter')
  })
})

describe('rounds and disputes', () => {
  const rate = (satisfied: boolean): Command => ({
    action: 'rate',
    answered: true,
    solved: satisfied,
    satisfied,
  })

  it('returns to the same body once, then to the supervisor with an order, then ends', () => {
    const first = opinion({ state: 'answered', ...withReporter, bodyCode: 'lamps', finishedBy: 'b1' })
    const second = after(first, 'reporter', rate(false))
    expect(second).toMatchObject({ state: 'assigned', round: 2, ...atBody, finishedBy: null })
    const third = after({ ...second, state: 'answered', ...withReporter }, 'reporter', rate(false))
    expect(third).toMatchObject({ state: 'in_review', holderType: 'supervisor', supervision: 'ordered' })
    expect(decided(third, 'station', { action: 'approve' })).toBe('NOT_ALLOWED')
    const last = after(after(third, 'supervisor', { action: 'approve' }), 'reporter', rate(false))
    expect(last.state).toBe('closed')
  })

  it('hands the third bounce to the supervisor, after whom there is no more', () => {
    let report = opinion()
    for (const [times, judge] of [
      [1, 'station'],
      [2, 'station'],
      [3, 'supervisor'],
    ] as const) {
      report = after({ ...report, state: 'assigned', ...atBody }, 'body', {
        action: 'bounce',
        text: '不归我们管',
      })
      expect(report).toMatchObject({ state: 'disputed', bounces: times, holderType: judge })
    }
    expect(decided(report, 'station', assign)).toBe('NOT_ALLOWED')
    const settled = after(report, 'supervisor', assign)
    expect(decided(settled, 'body', { action: 'bounce', text: '还是不归' })).toBe('ILLEGAL_TRANSITION')
  })

  it('demands an after-photo where the category or the channel asks for evidence', () => {
    const command: Command = { action: 'finish', text: '已经处理' }
    const working = { state: 'in_progress', ...atBody } as const
    expect(decided(opinion(working), 'body', command)).toBe('VALIDATION_FAILED')
    expect(decided(opinion({ ...working, evidenceRequired: false }), 'body', command)).toBe('in_review')
    const snapshot = opinion({ ...working, evidenceRequired: false, channel: 'snapshot' })
    expect(decided(snapshot, 'body', command)).toBe('VALIDATION_FAILED')
  })

  it('moves the promise by a granted extension and by the days spent waiting, once each', () => {
    const working = opinion({ state: 'in_progress', ...atBody, dueAt: MONDAY })
    const asked = after(working, 'body', { action: 'extend', days: 2, text: '要等配件' })
    expect(decided(asked, 'body', { action: 'extend', days: 2, text: '再等' })).toBe('ILLEGAL_TRANSITION')
    const granted = after(asked, 'station', { action: 'grant' })
    expect(new Date(granted.promisedAt).toISOString()).toBe('2026-11-25T15:59:59.999Z')

    const waiting = opinion({ state: 'needs_info', ...withReporter, waitingSince: MONDAY - 3 * 86_400_000 })
    const supplied = after(waiting, 'reporter', { action: 'supplement', text: '在三号楼门口' })
    // Friday to Monday: one working day.
    expect(new Date(supplied.promisedAt).toISOString()).toBe('2026-11-24T15:59:59.999Z')
    expect(supplied).toMatchObject({ state: 'submitted', holderType: 'station', waitingSince: null })
  })

  it('declines for another reason only in words', () => {
    expect(decided(opinion(), 'station', { action: 'decline', reason: 'other' })).toBe('VALIDATION_FAILED')
    expect(decided(opinion(), 'station', { action: 'decline', reason: 'other', text: '请找物业' })).toBe(
      'declined',
    )
    expect(decided(opinion(), 'station', { action: 'decline', reason: 'emergency' })).toBe('declined')
  })

  it('publishes only with consent', () => {
    const closed = { state: 'closed', holderType: null } as const
    expect(decided(opinion(closed), 'station', { action: 'publish', photoIds: [] })).toBe(
      'ILLEGAL_TRANSITION',
    )
    expect(decided(opinion({ ...closed, consentPublic: true }), 'station', { action: 'publish' })).toBe(
      'closed',
    )
  })
})

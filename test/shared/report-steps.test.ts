import { expect, it } from 'vitest'
import type { Actor } from '../../shared/domain/actor.ts'
import { beginReport } from '../../shared/domain/report-beginning.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import { decide } from '../../shared/domain/report-lifecycle.ts'
import type { ReportFacts } from '../../shared/domain/report-state.ts'
import { stepsOf, type ReportStep, type StepEvent } from '../../shared/domain/report-steps.ts'
import { ACTORS, opinion, RULES } from '../support/facts.ts'

/** What happens, by whom, and when: month-day and hour of 2026 in Guangzhou. */
type Happening = [at: string, who: Actor, command: Command]

const { station, body, reporter } = ACTORS
const assign: Command = { action: 'assign', bodyCode: 'lamps', complexity: 'simple' }
const finish: Command = { action: 'finish', text: '灯已修好', photoIds: ['p1'] }

function moment(at: string): number {
  return Date.parse(`2026-${at.replace(' ', 'T')}:00:00+08:00`)
}

/** The timeline of an opinion filed on Monday 23 November at ten, as the rules write it. */
function timeline(...happenings: Happening[]): StepEvent[] {
  const now = moment('11-23 10')
  const arrival = { channel: 'opinion', categoryCode: 'street-lighting', complexity: 'simple' } as const
  const place = { stationNumber: '0001', districtCode: '440104', routedBodyCode: null }
  const first = beginReport({ ...arrival, ...place }, { ...RULES, now })
  const events: StepEvent[] = [
    { seq: 1, action: 'submit', from: null, to: first.to, at: now, data: first.data },
  ]
  const report: ReportFacts = opinion(first.changes)
  for (const [at, who, command] of happenings) {
    const decision = decide(report, who, command, { ...RULES, now: moment(at) })
    if (!decision.allowed) throw new Error(`${command.action} on ${at}: ${decision.code}`)
    const seq = report.version + 1
    const { to, data } = decision
    events.push({ seq, action: command.action, from: report.state, to, at: moment(at), data })
    Object.assign(report, decision.changes, { state: to, version: seq })
  }
  return events
}

const date = (at: number | null) => at && new Date(at + 8 * 3_600_000).toISOString().slice(5, 10)

/** A step in one line: name, the event that began it, from day to day, due day, in time or not. */
function line({ step, seq, startedAt, dueAt, endedAt, onTime }: ReportStep): string {
  return `${step} ${seq}: ${date(startedAt)}..${date(endedAt) ?? ''} due ${date(dueAt)} ${onTime}`
}

it('gives the steps of a whole way, each with its own days', () => {
  const steps = stepsOf(
    timeline(
      ['11-24 09', station, assign],
      ['11-24 16', station, { action: 'note', text: '先打个电话' }],
      ['11-26 09', body, { action: 'sign' }],
      ['11-30 17', body, finish],
      ['12-01 09', station, { action: 'approve' }],
      ['12-03 20', reporter, { action: 'rate', answered: true, solved: true, satisfied: true }],
    ),
  )
  expect(steps.map(line)).toEqual([
    'pre_review 1: 11-23..11-24 due 11-24 true',
    // Signed a day late; the note in between began nothing.
    'sign 2: 11-24..11-26 due 11-25 false',
    'handle 4: 11-26..11-30 due 12-01 true',
    'review 5: 11-30..12-01 due 12-01 true',
    'rating 6: 12-01..12-03 due 12-08 true',
  ])
  expect(steps[2]).toMatchObject({
    counted: ['2026-11-27', '2026-11-30', '2026-12-01'],
    skipped: [
      { date: '2026-11-28', why: 'weekend', name: null },
      { date: '2026-11-29', why: 'weekend', name: null },
    ],
    provisional: false,
  })
})

it('leaves the last step running, without a verdict', () => {
  const [, sign, ...more] = stepsOf(timeline(['11-24 09', station, assign]))
  expect(sign).toMatchObject({ step: 'sign', seq: 2, endedAt: null, onTime: null })
  expect(more).toEqual([])
})

it('counts the very last millisecond of the due day as in time', () => {
  const events = timeline(['11-24 09', station, assign])
  const due = stepsOf(events)[0]?.dueAt ?? 0
  const assignedAt = (at: number) => stepsOf(events.map((event, i) => (i === 1 ? { ...event, at } : event)))
  expect(assignedAt(due)[0]).toMatchObject({ endedAt: due, onTime: true })
  expect(assignedAt(due + 1)[0]).toMatchObject({ onTime: false })
})

it('moves the due time of the running step by a granted extension, and only by that', () => {
  const asked: Happening[] = [
    ['11-24 09', station, assign],
    ['11-25 10', body, { action: 'sign' }],
    ['11-26 10', body, { action: 'extend', days: 5, text: '配件没到' }],
  ]
  const before = stepsOf(timeline(...asked))
  expect(before.map(line).at(-1)).toBe('handle 3: 11-25.. due 11-30 null')
  const granted = stepsOf(
    timeline(...asked, ['11-26 15', station, { action: 'grant' }], ['12-02 09', body, finish]),
  )
  expect(granted.map(line).slice(2)).toEqual([
    'handle 3: 11-25..12-02 due 12-07 true',
    'review 6: 12-02.. due 12-03 null',
  ])
  const days = (dates: string[] = []) => dates.map((day) => day.slice(5)).join(' ')
  // The three days of the step, then the five that were given; a weekend in each stretch.
  expect(days(granted[2]?.counted)).toBe('11-26 11-27 11-30 12-01 12-02 12-03 12-04 12-07')
  expect(days(granted[2]?.skipped.map((day) => day.date))).toBe('11-28 11-29 12-05 12-06')
  const refused = stepsOf(timeline(...asked, ['11-26 15', station, { action: 'refuse', text: '太久了' }]))
  expect(refused).toEqual(before)
})

it('begins a step anew even where the state stays', () => {
  const [first, assigned] = timeline(['11-24 09', station, assign])
  if (!first || !assigned) throw new Error('two events')
  const again: StepEvent = { ...assigned, seq: 3, from: 'assigned', at: moment('11-25 09') }
  expect(stepsOf([first, assigned, again]).map(line)).toEqual([
    'pre_review 1: 11-23..11-24 due 11-24 true',
    'sign 2: 11-24..11-25 due 11-25 true',
    'sign 3: 11-25.. due 11-25 null',
  ])
})

it('begins a step anew after a bounce, a question and a send-back', () => {
  const steps = stepsOf(
    timeline(
      ['11-23 11', station, { action: 'ask', text: '是哪一盏？' }],
      ['11-25 09', reporter, { action: 'supplement', text: '路口那盏' }],
      ['11-25 10', station, assign],
      ['11-25 11', body, { action: 'bounce', text: '不归我们' }],
      ['11-26 09', station, assign],
      ['11-26 10', body, { action: 'sign' }],
      ['11-27 09', body, finish],
      ['11-27 10', station, { action: 'send_back', text: '还没有亮' }],
    ),
  )
  expect(steps.map((step) => `${step.step} ${step.seq}`)).toEqual([
    'pre_review 1',
    'needs_info 2',
    'pre_review 3',
    'sign 4',
    'pre_review 5',
    'sign 6',
    'handle 7',
    'review 8',
    'handle 9',
  ])
  expect(steps.filter((step) => step.endedAt === null)).toEqual([steps.at(-1)])
})

it('ends the step without another when the report leaves it for good', () => {
  const steps = stepsOf(timeline(['11-26 09', reporter, { action: 'withdraw' }]))
  expect(steps.map(line)).toEqual(['pre_review 1: 11-23..11-26 due 11-24 false'])
})

it('says that a step is provisional when only its extension is', () => {
  const steps = stepsOf(
    timeline(
      ['12-28 09', station, assign],
      ['12-28 10', body, { action: 'sign' }],
      ['12-29 10', body, { action: 'extend', days: 1, text: '配件没到' }],
      ['12-29 11', station, { action: 'grant' }],
    ),
  )
  expect(steps.map((step) => step.provisional)).toEqual([false, false, true])
  expect(steps.at(-1)?.counted.at(-1)).toBe('2027-01-01')
})

it('invents no step for events that kept no arithmetic', () => {
  const bare = timeline(['11-24 09', station, assign], ['11-24 10', body, { action: 'sign' }]).map(
    (event) => ({
      ...event,
      data: {},
    }),
  )
  expect(stepsOf(bare)).toEqual([])
  expect(stepsOf([])).toEqual([])
})

import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/domain/report-command.ts'
import { mergeProblem, MOST_FOLLOWERS } from '../../shared/domain/report-merging.ts'
import type { ReportFacts } from '../../shared/domain/report-state.ts'
import { after, decided } from '../support/decided.ts'
import { MONDAY, opinion } from '../support/facts.ts'

const atBody = { bodyCode: 'lamps', holderType: 'body', holderCode: 'lamps' } as const
const withReporter = { holderType: 'reporter', holderCode: null } as const
const DAY = 86_400_000
const text = '请再看一次'
const NO_STEP = { holderType: null, holderCode: null, dueAt: null, remindAt: null, escalateAt: null }
const LEAD = '26112300000011'

describe('merging', () => {
  const merge: Command = { action: 'merge', leadNumber: LEAD }

  it('leaves a merged report nobody’s turn, and unmerging puts it back where it was', () => {
    const merged = after(opinion(), 'station', merge)
    expect(merged).toMatchObject({ state: 'merged', leadNumber: LEAD, mergedFrom: 'submitted', ...NO_STEP })
    const free = { leadNumber: null, mergedFrom: null }
    expect(after(merged, 'station', { action: 'unmerge' })).toMatchObject({
      state: 'submitted',
      holderType: 'station',
      ...free,
    })
    const assigned = after(opinion({ state: 'assigned', ...atBody }), 'desk', merge)
    expect(after(assigned, 'clock', { action: 'unmerge' })).toMatchObject({
      state: 'assigned',
      ...atBody,
      ...free,
    })
  })

  it('keeps an appeal from disappearing by the hand of the one who declined', () => {
    const declined = after(opinion(), 'desk', { action: 'decline', reason: 'no_content' })
    const appealed = after(declined, 'reporter', { action: 'appeal', text })
    for (const who of ['station', 'desk'] as const) expect(decided(appealed, who, merge)).toBe('NOT_ALLOWED')
    // Nor may it hang on what becomes of another report before it is decided.
    expect(decided(appealed, 'supervisor', merge)).toBe('ILLEGAL_TRANSITION')
    const accepted = after(appealed, 'supervisor', {
      action: 'assign',
      bodyCode: 'lamps',
      complexity: 'simple',
    })
    expect(decided(accepted, 'station', merge)).toBe('NOT_ALLOWED')
    const merged = after(accepted, 'supervisor', merge)
    expect(after(merged, 'station', { action: 'unmerge' })).toMatchObject({
      state: 'assigned',
      holderCode: 'lamps',
    })
  })

  const given = { text: '全街换灯', bodyCode: 'roads', deputyId: null, complexity: 'complex' } as const
  const settle: Command = { action: 'settle', answer: { ...given, finishedBy: 'b2', data: {} } }

  it('gives a report its lead’s answer, and a dissatisfied reporter the one who gave it', () => {
    const merged = after(opinion({ state: 'assigned', ...atBody, coBodyCodes: ['water'] }), 'station', merge)
    const settled = after(merged, 'clock', settle)
    expect(settled).toMatchObject({ state: 'answered', ...withReporter, mergedFrom: null, leadNumber: LEAD })
    expect(settled).toMatchObject({ bodyCode: 'roads', finishedBy: 'b2', coBodyCodes: [] })
    expect(settled.promisedAt).toBe(merged.promisedAt)
    const no: Command = { action: 'rate', answered: true, solved: false, satisfied: false }
    expect(after(settled, 'reporter', no)).toMatchObject({ state: 'assigned', holderCode: 'roads', round: 2 })
  })

  it('says who can lead whom', () => {
    const lead = opinion({ number: LEAD })
    const problem = (facts: ReportFacts, own = 0, others = 0) =>
      mergeProblem(opinion(), own, { facts, followers: others })
    expect(problem(lead)).toBeNull()
    expect(problem(opinion())).toBe('same_report')
    expect(problem({ ...lead, state: 'merged' })).toBe('already_merged')
    for (const state of ['answered', 'closed', 'declined', 'withdrawn'] as const) {
      expect(problem({ ...lead, state })).toBe('not_open')
    }
    expect(problem(lead, 1)).toBe('leads_others')
    expect(problem(lead, 0, MOST_FOLLOWERS - 1)).toBeNull()
    expect(problem(lead, 0, MOST_FOLLOWERS)).toBe('too_many')
  })
})

describe('the clock', () => {
  const past = { dueAt: MONDAY - 1 }

  it('archives what nobody rated as not rated, and not before its time', () => {
    const rated = { ratedAnswered: true, ratedSolved: true, ratedSatisfied: false }
    const reviewed = opinion({ state: 'in_review', finishedBy: 'b1', ...rated })
    const answered = after(reviewed, 'station', { action: 'approve' })
    expect(decided(answered, 'clock', { action: 'archive' })).toBe('ILLEGAL_TRANSITION')
    expect(decided({ ...answered, dueAt: MONDAY }, 'clock', { action: 'archive' })).toBe('ILLEGAL_TRANSITION')
    const closed = after({ ...answered, ...past }, 'clock', { action: 'archive' })
    const unrated = { ratedAnswered: null, ratedSolved: null, ratedSatisfied: null }
    expect(closed).toMatchObject({ state: 'closed', ...NO_STEP, ...unrated })
  })

  it('resumes a wait and moves the promise by the days up to its end, not by the sweep’s lateness', () => {
    const ended = { waitingSince: MONDAY - 10 * DAY, dueAt: MONDAY - 3 * DAY - 1 }
    const waiting = opinion({ state: 'needs_info', ...withReporter, ...ended })
    const resumed = after(waiting, 'clock', { action: 'resume' })
    expect(resumed).toMatchObject({ state: 'submitted', holderType: 'station', waitingSince: null })
    // From Friday the 13th to Friday the 20th: five working days, counted on from Monday.
    expect(new Date(resumed.promisedAt).toISOString()).toBe('2026-11-30T15:59:59.999Z')
    expect(decided({ ...waiting, dueAt: MONDAY }, 'clock', { action: 'resume' })).toBe('ILLEGAL_TRANSITION')
  })

  it('brings an overdue step to the station, later to the supervisor, each once', () => {
    const late = opinion({ state: 'in_progress', ...atBody, ...past, escalateAt: MONDAY + DAY })
    const brought = after(late, 'clock', { action: 'escalate' })
    expect(brought).toMatchObject({ state: 'in_progress', overdueLevel: 'station', ...atBody, ...past })
    expect(brought.promisedAt).toBe(late.promisedAt)
    expect(decided(brought, 'clock', { action: 'escalate' })).toBe('ILLEGAL_TRANSITION')
    const further = after({ ...brought, escalateAt: MONDAY - 1 }, 'clock', { action: 'escalate' })
    expect(further.overdueLevel).toBe('supervisor')
    expect(decided(further, 'clock', { action: 'escalate' })).toBe('ILLEGAL_TRANSITION')
    const done: Command = { action: 'finish', text: '灯已修好', photoIds: ['p1'] }
    expect(after(further, 'body', done).overdueLevel).toBe('none')
  })

  it.each(['station', 'desk', 'supervisor'] as const)(
    'brings what the %s left lying higher at once',
    (who) => {
      const late = opinion({ ...past, holderType: who, escalateAt: MONDAY + DAY })
      expect(after(late, 'clock', { action: 'escalate' }).overdueLevel).toBe('supervisor')
    },
  )
})

describe('redacting', () => {
  const shown = opinion({ state: 'in_progress', ...atBody, consentPublic: true, isPublic: true })

  it('corrects published words or photos, and leaves the report where it is', () => {
    const redacted = after(shown, 'station', { action: 'redact', text: '路灯坏了' })
    expect(redacted).toMatchObject({
      state: 'in_progress',
      isPublic: true,
      publicText: '路灯坏了',
      ...atBody,
    })
    expect(after(redacted, 'desk', { action: 'redact', photoIds: [] }).publicText).toBe('路灯坏了')
    expect(decided(shown, 'station', { action: 'redact' })).toBe('VALIDATION_FAILED')
  })

  it('is for what is public only, and for its station and supervisor', () => {
    const hidden = { ...shown, isPublic: false }
    expect(decided(hidden, 'station', { action: 'redact', text })).toBe('ILLEGAL_TRANSITION')
    for (const who of ['body', 'reporter', 'deputy', 'otherStation', 'otherDesk'] as const) {
      expect(decided(shown, who, { action: 'redact', text })).toBe('NOT_ALLOWED')
    }
  })
})

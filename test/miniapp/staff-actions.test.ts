import { describe, expect, it } from 'vitest'
import { actionForms, inOrder, isMain, type StaffAction } from '@/staff/actions/action-forms'
import { faultsOf, fieldId, fieldOfPath, requestOf } from '@/staff/actions/action-rules'
import { type ActionValues, defaultValues, proposedBody, shownToPublic } from '@/staff/actions/action-values'
import { staffEn } from '@/staff/locale/en'
import { staffZhHans } from '@/staff/locale/zh-hans'
import { staffZhHant } from '@/staff/locale/zh-hant'
import { actionRequest } from '../../shared/contract/report-action.ts'
import { STAFF_ROLES } from '../../shared/domain/actor.ts'
import { formatReportNumber, reportNumber } from '../../shared/domain/receipt.ts'
import { LIFECYCLE } from '../../shared/domain/report-lifecycle.ts'
import { ACTIONS, CLOCK_ACTIONS } from '../../shared/domain/report-state.ts'
import { answerOf, event, lamp, NOW } from '../support/staff-answers.ts'

const now = Date.parse(NOW)
const LEAD = reportNumber('2026-11-20', 1234567)
const actions = Object.keys(actionForms) as StaffAction[]

/** Everything filled in, as far as it goes. */
const FULL: ActionValues = {
  text: '写了足够长的一句话',
  leadNumber: formatReportNumber(LEAD),
  reason: 'petition',
  answerer: 'body:lamps',
  coBodyCodes: ['roads'],
  suggestedBodyCode: 'roads',
  complexity: 'complex',
  days: '3',
  dueAt: '2026-11-30',
  photoKeys: ['p1'],
  publicPhotoIds: ['before-1'],
  answered: 'yes',
  solved: 'no',
  satisfied: 'no',
}

const request = (action: StaffAction, values: ActionValues, report = lamp(), timeline = [event()]) => ({
  ...requestOf({ action, values, report, timeline }, values.photoKeys ? ['uploaded-1'] : []),
  version: 1,
})
const faults = (action: StaffAction, values: ActionValues, report = lamp(), timeline = [event()]) =>
  faultsOf({ action, values, report, timeline, now })

describe('the table of forms', () => {
  it('has a form for every action but submit and what only the clock does', () => {
    const others = new Set<string>(['submit', ...CLOCK_ACTIONS])
    expect(new Set(actions)).toEqual(new Set(ACTIONS.filter((action) => !others.has(action))))
  })

  it('covers whatever the lifecycle can offer to staff, also as reporters of their own snapshots', () => {
    const offered = LIFECYCLE.filter(
      ({ roles }) =>
        roles === 'anyone' || roles.some((role) => (STAFF_ROLES as readonly string[]).includes(role)),
    )
    for (const { action } of offered) expect(actionForms).toHaveProperty(action)
  })

  it.each([
    ['zh-hans', staffZhHans],
    ['zh-hant', staffZhHant],
    ['en', staffEn],
  ] as const)('has words for every action in %s', (_locale, words) => {
    for (const action of actions) {
      for (const kind of ['do', 'intro', 'done'] as const)
        expect(words[`staff.${kind}.${action}`], action).toMatch(/\S/)
    }
  })

  it('gives no two fields of a form the same id', () => {
    for (const action of actions) {
      const ids = actionForms[action].fields.map(fieldId)
      expect(new Set(ids).size, action).toBe(ids.length)
    }
  })

  it('shows only what is offered, the next step first', () => {
    expect(inOrder(['note', 'ask', 'decline', 'assign', 'submit'])).toEqual([
      'assign',
      'ask',
      'decline',
      'note',
    ])
    expect(inOrder([])).toEqual([])
  })

  it('takes adding to a report for the next step only while it was asked for', () => {
    expect(isMain('supplement', 'needs_info')).toBe(true)
    expect(isMain('supplement', 'in_progress')).toBe(false)
  })
})

describe('a filled form', () => {
  it.each(actions)('of %s becomes a request that the contract takes', (action) => {
    expect(faults(action, FULL)).toEqual([])
    expect(actionRequest.safeParse(request(action, FULL))).toMatchObject({ success: true })
  })

  it('may be empty only where nothing need be said, and is taken then', () => {
    const empty = { answerer: '', text: '', dueAt: '' }
    const sendable = actions.filter((action) => faults(action, empty).length === 0)
    expect(sendable).toEqual([
      'sign',
      'approve',
      'grant',
      'unmerge',
      'watch',
      'lift',
      'unpublish',
      'withdraw',
    ])
    for (const action of sendable)
      expect(actionRequest.safeParse(request(action, empty)).success, action).toBe(true)
  })

  it('holds texts to the bounds of the contract', () => {
    for (const action of actions) {
      for (const spec of actionForms[action].fields) {
        if (spec.kind !== 'text') continue
        for (const length of [1, spec.min - 1, spec.min, spec.max, spec.max + 1].filter((one) => one > 0)) {
          const values = { ...FULL, text: '字'.repeat(length) }
          const taken = actionRequest.safeParse(request(action, values)).success
          expect(faults(action, values).length === 0, `${action} with ${length}`).toBe(taken)
        }
      }
    }
  })

  it('names one answerer only', () => {
    expect(request('assign', { ...FULL, answerer: 'other', otherBodyCode: 'roads' })).toMatchObject({
      bodyCode: 'roads',
    })
    const deputy = request('assign', { ...FULL, answerer: 'deputy', deputyId: 'd-0001-01' })
    expect(deputy).toMatchObject({ deputyId: 'd-0001-01' })
    expect(deputy).not.toHaveProperty('bodyCode')
    expect(faults('assign', { answerer: 'other' })[0]?.id).toBe('answerer')
  })

  it('never sends the same body as answerer and as helper', () => {
    expect(request('assign', { ...FULL, coBodyCodes: ['lamps'] })).not.toHaveProperty('coBodyCodes')
  })

  it('demands an after-photo where the report does', () => {
    const values = { text: '已经修好了' }
    expect(faults('finish', values)).toEqual([{ id: 'photoIds', key: 'staff.form.missing.photos' }])
    expect(faults('finish', values, lamp({ evidenceRequired: false }))).toEqual([])
  })

  it('demands words of its own for a reason that says nothing by itself', () => {
    expect(faults('decline', { reason: 'petition' })).toEqual([])
    expect(faults('decline', { reason: 'other' }).map(({ id }) => id)).toEqual(['text'])
  })

  it('asks a supplement for words or a photo', () => {
    expect(faults('supplement', {}).map(({ id }) => id)).toEqual(['text'])
    expect(faults('supplement', { photoKeys: ['p1'] })).toEqual([])
  })

  it('publishes the original words without copying them, and says outright which photos', () => {
    const long = lamp({ text: '长'.repeat(1500) })
    expect(faults('publish', { text: long.text }, long)).toEqual([])
    expect(request('publish', { text: long.text }, long)).toEqual({
      action: 'publish',
      photoIds: [],
      version: 1,
    })
    expect(request('publish', { text: '改过的话' })).toMatchObject({ text: '改过的话' })
  })

  it('takes a lead’s number as people write it, and notices a mistyped digit', () => {
    const wide = LEAD.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    for (const typed of [LEAD, formatReportNumber(LEAD), wide, ` ${LEAD.slice(0, 6)}-${LEAD.slice(6)} `])
      expect(request('merge', { leadNumber: typed })).toEqual({
        action: 'merge',
        leadNumber: LEAD,
        version: 1,
      })
    expect(faults('merge', {})).toEqual([{ id: 'leadNumber', key: 'staff.form.missing.leadNumber' }])
    expect(faults('merge', { leadNumber: `${LEAD.slice(0, 13)}${(Number(LEAD[13]) + 1) % 10}` })).toEqual([
      { id: 'leadNumber', key: 'staff.form.wrong.leadNumber' },
    ])
  })

  it('changes what is public only when something is changed, and says outright which photos', () => {
    const published = event({ seq: 2, action: 'publish', text: '公开的话', data: { photoIds: ['before-1'] } })
    const timeline = [event(), published]
    const same = { text: '公开的话', publicPhotoIds: ['before-1'] }
    expect(faults('redact', same, lamp(), timeline)).toEqual([{ id: 'text', key: 'staff.form.unchanged' }])
    expect(faults('redact', { ...same, publicPhotoIds: [] }, lamp(), timeline)).toEqual([])
    expect(request('redact', { ...same, publicPhotoIds: [] }, lamp(), timeline)).toEqual({
      action: 'redact',
      photoIds: [],
      version: 1,
    })
    expect(request('redact', { ...same, text: '改短的话' }, lamp(), timeline)).toEqual({
      action: 'redact',
      text: '改短的话',
      photoIds: ['before-1'],
      version: 1,
    })
    // Back to the reporter's own words: they are not public now, so they must be sent.
    expect(request('redact', { ...same, text: lamp().text }, lamp(), timeline)).toMatchObject({
      text: lamp().text,
    })
  })

  it('lets an order end with the day that was chosen, and refuses the past', () => {
    expect(request('order', { text: '请尽快', dueAt: '2026-11-30' })).toMatchObject({
      dueAt: '2026-11-30T15:59:59.999Z',
    })
    expect(faults('order', { text: '请尽快', dueAt: '2026-11-20' })).toEqual([
      { id: 'dueAt', key: 'staff.form.past.dueAt' },
    ])
  })
})

describe('what a form begins with', () => {
  const given = { timeline: [event()], suggestedBody: 'lamps', now }

  it('proposes whom the rules name', () => {
    expect(defaultValues('assign', { ...given, report: lamp() })).toEqual({
      complexity: 'simple',
      answerer: 'body:lamps',
    })
  })

  it('proposes in a dispute whom the bouncing body named, never the rule that failed', () => {
    const bounce = event({
      action: 'bounce',
      data: { suggestedBodyCode: 'roads', suggestedBodyName: '城管局' },
    })
    const { report } = answerOf({ state: 'disputed' }, [])
    expect(proposedBody(report, [bounce])).toEqual({ code: 'roads', name: '城管局' })
    expect(defaultValues('assign', { ...given, report, timeline: [bounce] })).toMatchObject({
      answerer: 'body:roads',
    })
    expect(defaultValues('assign', { ...given, report, timeline: [event({ action: 'bounce' })] })).toEqual({
      complexity: 'simple',
    })
    expect(proposedBody(lamp({ state: 'in_progress' }), [bounce])).toBeNull()
  })

  it('begins a change of what is public with the words and photos of the last change', () => {
    const publish = (text: string | null, photoIds: string[]) =>
      event({ action: 'publish', text, data: { photoIds } })
    const redact = (text: string | null, data = {}) => event({ action: 'redact', text, data })
    const report = lamp()
    expect(shownToPublic(report, [publish(null, ['a'])])).toEqual({ text: report.text, photoIds: ['a'] })
    const changed = [publish('公开的话', ['a', 'b']), redact('改过的话'), redact(null, { photoIds: ['b'] })]
    expect(defaultValues('redact', { ...given, report, timeline: changed })).toEqual({
      text: '改过的话',
      publicPhotoIds: ['b'],
    })
    const again = [...changed, event({ action: 'unpublish' }), publish(null, [])]
    expect(shownToPublic(report, again)).toEqual({ text: report.text, photoIds: [] })
  })

  it('publishes no photo unless told', () => {
    expect(defaultValues('publish', { ...given, report: lamp() })).toMatchObject({ publicPhotoIds: [] })
  })
})

describe('the server’s field names', () => {
  it('lead to the fields of the form', () => {
    expect(
      ['bodyCode', 'deputyId', 'coBodyCodes.0', 'photoIds', 'text', 'leadNumber'].map(fieldOfPath),
    ).toEqual(['answerer', 'answerer', 'coBodyCodes', 'photoIds', 'text', 'leadNumber'])
  })
})

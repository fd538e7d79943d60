import type { Action, PersonAction, State } from '@shared/domain/report-state.ts'
import type { IconName } from '@/kit/icon-paths'
import type { StaffTextKey } from '../locale/zh-hans'

/** `submit`, which begins a report, has its own pages; the clock needs none. */
export type StaffAction = PersonAction

/** A text. The bounds are the contract's. */
export interface TextFieldSpec {
  kind: 'text'
  label: StaffTextKey
  min: number
  max: number
  rows?: number
  hint?: StaffTextKey
  /** ready sentences to start from */
  templates?: readonly StaffTextKey[]
}

/** `optional` fields may be left empty; the report decides about `evidence`. */
export type FieldSpec =
  | TextFieldSpec
  | { kind: 'public-text'; max: number }
  | { kind: 'lead' }
  | { kind: 'reason' }
  | { kind: 'answerer' }
  | { kind: 'co-bodies' }
  | { kind: 'proposed-body' }
  | { kind: 'complexity' }
  | { kind: 'days' }
  | { kind: 'date' }
  | { kind: 'photos'; evidence: boolean }
  | { kind: 'public-photos' }
  | { kind: 'yes-no'; name: 'answered' | 'solved' | 'satisfied' }

/** What stands above the fields, so that nobody decides without seeing it. */
export type ShownAbove = 'before-after' | 'answer' | 'extension' | 'bounce'

export interface ActionForm {
  /** main: moves the report on; side: a mark or a remark beside its way */
  rank: 'main' | 'side'
  icon: IconName
  /** takes something away from somebody */
  grave?: boolean
  /** sent by the button itself: nothing to fill in, nothing to regret */
  atOnce?: boolean
  shows?: readonly ShownAbove[]
  fields: readonly FieldSpec[]
}

const reason = (label: StaffTextKey): TextFieldSpec => ({ kind: 'text', label, min: 2, max: 1000 })
const remark = (label: StaffTextKey): TextFieldSpec => ({ kind: 'text', label, min: 0, max: 1000, rows: 3 })

/**
 * One form an action, in the order in which the buttons stand: what moves the report on comes first.
 * Which of them are there is the API's to say (`actions`); the compiler asks for a form with every new action.
 */
export const actionForms: Record<StaffAction, ActionForm> = {
  assign: {
    rank: 'main',
    icon: 'send',
    shows: ['bounce'],
    fields: [
      { kind: 'answerer' },
      { kind: 'complexity' },
      { kind: 'co-bodies' },
      remark('staff.field.text.assign'),
    ],
  },
  sign: { rank: 'main', icon: 'check', atOnce: true, fields: [] },
  finish: {
    rank: 'main',
    icon: 'check',
    fields: [
      {
        kind: 'text',
        label: 'staff.field.text.finish',
        min: 2,
        max: 2000,
        rows: 5,
        hint: 'staff.field.text.finish.hint',
      },
      { kind: 'photos', evidence: true },
    ],
  },
  approve: { rank: 'main', icon: 'check', shows: ['answer', 'before-after'], fields: [] },
  grant: { rank: 'main', icon: 'calendar', shows: ['extension'], fields: [] },
  rate: {
    rank: 'main',
    icon: 'star',
    shows: ['answer', 'before-after'],
    fields: [
      { kind: 'yes-no', name: 'answered' },
      { kind: 'yes-no', name: 'solved' },
      { kind: 'yes-no', name: 'satisfied' },
      remark('staff.field.text.rate'),
    ],
  },
  ask: {
    rank: 'main',
    icon: 'edit',
    fields: [
      {
        ...reason('staff.field.text.ask'),
        templates: ['staff.field.ask.where', 'staff.field.ask.photo', 'staff.field.ask.when'],
      },
    ],
  },
  supplement: {
    rank: 'side',
    icon: 'plus',
    fields: [remark('staff.field.text.supplement'), { kind: 'photos', evidence: false }],
  },
  appeal: { rank: 'main', icon: 'flag', fields: [reason('staff.field.text.appeal')] },
  send_back: {
    rank: 'main',
    icon: 'back',
    grave: true,
    shows: ['answer', 'before-after'],
    fields: [reason('staff.field.text.send_back')],
  },
  bounce: {
    rank: 'main',
    icon: 'back',
    grave: true,
    fields: [reason('staff.field.text.bounce'), { kind: 'proposed-body' }],
  },
  extend: { rank: 'main', icon: 'calendar', fields: [{ kind: 'days' }, reason('staff.field.text.extend')] },
  refuse: {
    rank: 'main',
    icon: 'close',
    grave: true,
    shows: ['extension'],
    fields: [reason('staff.field.text.refuse')],
  },
  decline: {
    rank: 'main',
    icon: 'close',
    grave: true,
    fields: [
      { kind: 'reason' },
      { ...remark('staff.field.text.decline'), hint: 'staff.field.text.decline.hint' },
    ],
  },
  merge: {
    rank: 'side',
    icon: 'merge',
    fields: [{ kind: 'lead' }, remark('staff.field.text.to-reporter')],
  },
  unmerge: { rank: 'side', icon: 'back', fields: [remark('staff.field.text.to-reporter')] },
  note: {
    rank: 'side',
    icon: 'edit',
    fields: [{ kind: 'text', label: 'staff.field.text.note', min: 1, max: 2000 }],
  },
  watch: { rank: 'side', icon: 'eye', atOnce: true, fields: [] },
  order: {
    rank: 'side',
    icon: 'alert',
    grave: true,
    fields: [reason('staff.field.text.order'), { kind: 'date' }],
  },
  lift: { rank: 'side', icon: 'check', fields: [remark('staff.field.text.lift')] },
  publish: {
    rank: 'side',
    icon: 'people',
    fields: [{ kind: 'public-text', max: 2000 }, { kind: 'public-photos' }],
  },
  redact: {
    rank: 'side',
    icon: 'edit',
    fields: [{ kind: 'public-text', max: 2000 }, { kind: 'public-photos' }],
  },
  unpublish: { rank: 'side', icon: 'close', grave: true, fields: [] },
  withdraw: { rank: 'side', icon: 'close', grave: true, fields: [remark('staff.field.text.withdraw')] },
}

/** Whether it is what the report waits for: adding to a report counts as that only while somebody asked for it. */
export function isMain(action: StaffAction, state: State): boolean {
  return actionForms[action].rank === 'main' || (action === 'supplement' && state === 'needs_info')
}

/** The offered actions in the order of the table; what the table does not know is left out. */
export function inOrder(offered: readonly Action[]): StaffAction[] {
  return (Object.keys(actionForms) as StaffAction[]).filter((action) => offered.includes(action))
}

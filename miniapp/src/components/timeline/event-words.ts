import type { TimelineEvent } from '@shared/contract/report.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import type { Action } from '@shared/domain/report-state.ts'
import type { IconName } from '@/kit/icon-paths'
import type { Tone } from '@/kit/tone'
import type { Format } from '@/locale/format'
import type { Translate } from '@/locale/translate'

export interface EventLook {
  title: string
  tone?: Tone
  icon?: IconName
}

type Say = (event: TimelineEvent, t: Translate, format: Format) => EventLook

/** What an action left behind, when it is there and is text. */
function textIn(event: TimelineEvent, name: string): string {
  const value = event.data[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function assigned(event: TimelineEvent, t: Translate): EventLook {
  const deputy = textIn(event, 'deputyName')
  if (deputy) return { title: t('report.event.assign-deputy', { name: deputy }), icon: 'send' }
  const body = textIn(event, 'bodyName')
  return {
    title: body ? t('report.event.assign', { name: body }) : t('report.event.assign-unnamed'),
    icon: 'send',
  }
}

function submitted(event: TimelineEvent, t: Translate): EventLook {
  const body = event.to === 'assigned' ? textIn(event, 'bodyName') : ''
  return {
    title: body ? t('report.event.submit-routed', { name: body }) : t('report.event.submit'),
    icon: 'flag',
  }
}

function rated(event: TimelineEvent, t: Translate): EventLook {
  if (event.data.satisfied === true)
    return { title: t('report.event.rate-satisfied'), tone: 'good', icon: 'star' }
  if (event.to === 'assigned') return { title: t('report.event.rate-again'), tone: 'bad', icon: 'refresh' }
  if (event.to === 'in_review')
    return { title: t('report.event.rate-supervisor'), tone: 'bad', icon: 'alert' }
  return { title: t('report.event.rate-dissatisfied'), tone: 'wait', icon: 'star' }
}

/** In public the numbers of other reports are left out. */
function merged(event: TimelineEvent, t: Translate): EventLook {
  const lead = textIn(event, 'leadNumber')
  const title = lead
    ? t('report.event.merge', { number: formatReportNumber(lead) })
    : t('report.event.merge-unnamed')
  return { title, icon: 'merge' }
}

/** The answer of the lead or of the topic, which is this report's answer too. */
function settled(event: TimelineEvent, t: Translate): EventLook {
  const [lead, topic] = [textIn(event, 'leadNumber'), textIn(event, 'topicTitle')]
  const together = topic ? t('report.event.settle-topic', { title: topic }) : t('report.event.settle-unnamed')
  const title = lead ? t('report.event.settle', { number: formatReportNumber(lead) }) : together
  return { title, tone: 'good', icon: 'check' }
}

function escalated(event: TimelineEvent, t: Translate): EventLook {
  const level = event.data.level === 'station' ? 'station' : 'supervisor'
  return { title: t(`report.event.escalate-${level}`), tone: 'bad', icon: 'alert' }
}

/** One way to say each action; the compiler asks for a new one with every new action. */
const says: Record<Action, Say> = {
  submit: submitted,
  supplement: (event, t) => ({
    title: t(event.from === 'needs_info' ? 'report.event.supplement-asked' : 'report.event.supplement'),
    icon: 'plus',
  }),
  ask: (_event, t) => ({ title: t('report.event.ask'), tone: 'wait', icon: 'edit' }),
  decline: (_event, t) => ({ title: t('report.event.decline'), tone: 'bad', icon: 'close' }),
  appeal: (_event, t) => ({ title: t('report.event.appeal'), icon: 'flag' }),
  merge: merged,
  // A lead that ended without an answer lets its followers go.
  unmerge: (event, t) => ({
    title: t(event.actor.role === 'clock' ? 'report.event.unmerge-lead-ended' : 'report.event.unmerge'),
    icon: 'back',
  }),
  assign: assigned,
  sign: (event, t) => ({ title: t('report.event.sign', { name: event.actor.name }), icon: 'check' }),
  bounce: (event, t) => ({
    title: t('report.event.bounce', { name: event.actor.name }),
    tone: 'bad',
    icon: 'back',
  }),
  extend: (event, t) => ({
    title: t('report.event.extend', { n: textIn(event, 'days') }),
    tone: 'wait',
    icon: 'calendar',
  }),
  grant: (event, t) => ({
    title: t('report.event.grant', { n: textIn(event, 'days') }),
    tone: 'wait',
    icon: 'calendar',
  }),
  refuse: (_event, t) => ({ title: t('report.event.refuse'), icon: 'calendar' }),
  finish: (_event, t) => ({ title: t('report.event.finish'), icon: 'check' }),
  send_back: (_event, t) => ({ title: t('report.event.send_back'), tone: 'bad', icon: 'back' }),
  approve: (_event, t) => ({ title: t('report.event.approve'), tone: 'good', icon: 'check' }),
  rate: rated,
  archive: (_event, t) => ({ title: t('report.event.archive'), icon: 'clock' }),
  resume: (_event, t) => ({ title: t('report.event.wait-over'), tone: 'wait', icon: 'clock' }),
  escalate: escalated,
  settle: settled,
  withdraw: (_event, t) => ({ title: t('report.event.withdraw'), icon: 'back' }),
  watch: (_event, t) => ({ title: t('report.event.watch'), icon: 'eye' }),
  order: (event, t, format) => {
    const dueAt = event.data.dueAt
    const due = typeof dueAt === 'number' || typeof dueAt === 'string' ? format.date(dueAt, event.at) : ''
    return { title: t('report.event.order', { date: due }), tone: 'wait', icon: 'alert' }
  },
  lift: (_event, t) => ({ title: t('report.event.lift'), icon: 'check' }),
  publish: (_event, t) => ({ title: t('report.event.publish'), icon: 'eye' }),
  unpublish: (_event, t) => ({ title: t('report.event.unpublish'), icon: 'close' }),
  redact: (_event, t) => ({ title: t('report.event.redact'), icon: 'edit' }),
  note: (_event, t) => ({ title: t('report.event.note'), icon: 'edit' }),
  anonymise: (event, t) => ({
    title: t(event.data.why === 'asked' ? 'report.event.anonymise-asked' : 'report.event.anonymise-kept'),
    icon: 'shield',
  }),
}

/** One event in one line: what happened, in words that need no knowledge of the procedure. */
export function eventLook(event: TimelineEvent, t: Translate, format: Format): EventLook {
  return says[event.action](event, t, format)
}

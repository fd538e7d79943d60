import type { TopicCommand } from '@shared/domain/topic-command.ts'
import type { IconName } from '@/kit/icon-paths'
import type { StaffTextKey } from '../locale/zh-hans'

/** What can be done with a form: every later step of a topic, and opening one. */
export type TopicDeed = TopicCommand['action'] | 'open'

export type TopicField = 'title' | 'text' | 'bodyCode' | 'dueAt' | 'reportNumbers' | 'members'

export interface TopicForm {
  icon: IconName
  /** moves the topic on; the others stand below */
  main?: true
  grave?: true
  /** where the deed has a page of its own instead of a form */
  page?: 'proposal'
  fields: readonly TopicField[]
  /** of the text; 0 where it may stay empty */
  min: number
  max: number
  label: StaffTextKey
}

const label = 'staff.topic.field.text'

/** What each deed asks for, in the order in which they are offered. */
export const topicForms: Readonly<Record<TopicDeed, TopicForm>> = {
  open: { icon: 'merge', fields: ['title', 'text', 'reportNumbers'], min: 5, max: 2000, label },
  order: {
    icon: 'send',
    main: true,
    fields: ['bodyCode', 'text', 'dueAt'],
    min: 2,
    max: 1000,
    label: 'staff.topic.field.order',
  },
  answer: {
    icon: 'check',
    main: true,
    fields: ['text'],
    min: 5,
    max: 2000,
    label: 'staff.topic.field.answer',
  },
  approve: { icon: 'check', main: true, fields: [], min: 0, max: 0, label },
  send_back: {
    icon: 'back',
    main: true,
    grave: true,
    fields: ['text'],
    min: 2,
    max: 1000,
    label: 'staff.topic.field.send_back',
  },
  close: {
    icon: 'check',
    main: true,
    fields: ['text'],
    min: 0,
    max: 1000,
    label: 'staff.topic.field.remark',
  },
  propose: {
    icon: 'edit',
    page: 'proposal',
    fields: ['text'],
    min: 5,
    max: 4000,
    label: 'staff.proposal.field',
  },
  add: { icon: 'plus', fields: ['reportNumbers'], min: 0, max: 0, label },
  remove: { icon: 'close', fields: ['members'], min: 0, max: 0, label },
  note: { icon: 'edit', fields: ['text'], min: 1, max: 2000, label: 'staff.topic.field.note' },
  drop: {
    icon: 'close',
    grave: true,
    fields: ['text'],
    min: 2,
    max: 1000,
    label: 'staff.topic.field.drop',
  },
}

/** The offered deeds in the order of the table. */
export function inOrder(offered: readonly string[]): TopicDeed[] {
  return (Object.keys(topicForms) as TopicDeed[]).filter((deed) => offered.includes(deed))
}

import type { TopicSuggestion } from '@shared/contract/topic.ts'
import { parseReportNumber } from '@shared/domain/receipt.ts'
import { endOfCityDay } from '@shared/domain/working-days.ts'
import { lengthOf } from '@/kit/counter'
import type { StaffTextKey } from '../locale/zh-hans'
import { topicForms, type TopicDeed, type TopicField } from './topic-forms'

/** What somebody has put into a form. A day is YYYY-MM-DD in Asia/Shanghai. */
export interface TopicValues {
  title: string
  text: string
  bodyCode: string
  dueAt: string
  /** typed numbers, one a line or however they were pasted */
  numbers: string
  /** numbers that are ticked */
  chosen: string[]
}

export const EMPTY: TopicValues = {
  title: '',
  text: '',
  bodyCode: '',
  dueAt: '',
  numbers: '',
  chosen: [],
}

export interface Fault {
  key: StaffTextKey
  n?: number
}

const typedNumbers = (typed: string) => typed.split(/[\s,，、;；]+/).filter(Boolean)

/** The ticked and the typed numbers, each once. */
export function numbersOf({ chosen, numbers }: TopicValues): string[] {
  const typed = typedNumbers(numbers).map((one) => parseReportNumber(one) ?? one)
  return [...new Set([...chosen, ...typed])]
}

function textFault(text: string, min: number, max: number): Fault | null {
  const length = lengthOf(text.trim())
  if (length === 0 && min > 0) return { key: 'staff.form.missing.text' }
  if (length < min) return { key: 'staff.form.short.text', n: min }
  return length > max ? { key: 'staff.form.long.text', n: max } : null
}

function numbersFault(values: TopicValues): Fault | null {
  if (typedNumbers(values.numbers).some((one) => parseReportNumber(one) === null))
    return { key: 'staff.topic.wrong.numbers' }
  return numbersOf(values).length === 0 ? { key: 'staff.topic.missing.numbers' } : null
}

const checks: Record<TopicField, (values: TopicValues, deed: TopicDeed, now: number) => Fault | null> = {
  title: ({ title }) => textFault(title, 2, 60),
  text: ({ text }, deed) => textFault(text, topicForms[deed].min, topicForms[deed].max),
  bodyCode: ({ bodyCode }) => (bodyCode === '' ? { key: 'staff.topic.missing.body' } : null),
  dueAt: ({ dueAt }, _deed, now) => {
    if (dueAt === '') return { key: 'staff.form.missing.dueAt' }
    return endOfCityDay(dueAt) > now ? null : { key: 'staff.form.past.dueAt' }
  },
  reportNumbers: numbersFault,
  members: numbersFault,
}

/** What must be mended before the form can be sent, by field. */
export function faultsOf(deed: TopicDeed, values: TopicValues, now: number): Record<string, Fault> {
  const found = topicForms[deed].fields.flatMap((field) => {
    const fault = checks[field](values, deed, now)
    return fault ? [[field, fault] as const] : []
  })
  return Object.fromEntries(found)
}

const parts: Record<TopicField, (values: TopicValues) => Record<string, unknown>> = {
  title: ({ title }) => ({ title: title.trim() }),
  text: ({ text }) => (text.trim() === '' ? {} : { text: text.trim() }),
  bodyCode: ({ bodyCode }) => ({ bodyCode }),
  dueAt: ({ dueAt }) => ({ dueAt: new Date(endOfCityDay(dueAt)).toISOString() }),
  reportNumbers: (values) => ({ reportNumbers: numbersOf(values) }),
  members: (values) => ({ reportNumbers: numbersOf(values) }),
}

/** The request's fields. */
export function fieldsOf(deed: TopicDeed, values: TopicValues): Record<string, unknown> {
  return Object.assign({}, ...topicForms[deed].fields.map((field) => parts[field](values)))
}

/** What opening a suggestion begins with: everything it has, and a name from where and what. */
export function fromSuggestion(suggestion: TopicSuggestion, title: string): TopicValues {
  const { reports, note } = suggestion
  return { ...EMPTY, title, text: note?.text ?? '', chosen: reports.map(({ number }) => number) }
}

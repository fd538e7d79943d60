import type { Report, TimelineEvent } from '@shared/contract/report.ts'
import { parseReportNumber } from '@shared/domain/receipt.ts'
import { findPersonal, isCertain } from '@shared/domain/personal-patterns.ts'
import { endOfCityDay } from '@shared/domain/working-days.ts'
import { lengthOf } from '@/kit/counter'
import type { StaffTextKey } from '../locale/zh-hans'
import { type ActionForm, actionForms, type FieldSpec, type StaffAction } from './action-forms'
import { type ActionValues, shownToPublic } from './action-values'

/** What is wrong with a field: its id, the words, and what fills them. */
export interface Fault {
  id: string
  key: StaffTextKey
  n?: number
}

interface Filled {
  action: StaffAction
  values: ActionValues
  report: Report
  timeline: readonly TimelineEvent[]
}

interface Given extends Filled {
  now: number
}

interface Rule<S extends FieldSpec> {
  /** the field's id; the same name as in the request */
  id(spec: S): string
  fault(spec: S, given: Given): Omit<Fault, 'id'> | null
  /** its part of the request; photos come in when they have been sent */
  body(spec: S, filled: Filled, photoIds: string[]): Record<string, unknown>
}

type Rules = { [K in FieldSpec['kind']]: Rule<Extract<FieldSpec, { kind: K }>> }

const written = (values: ActionValues) => (values.text ?? '').trim()
const missing = (key: StaffTextKey, isMissing: boolean) => (isMissing ? { key } : null)

/** Some texts are optional only as long as something else says it. */
function leastText(spec: { min: number }, { action, values }: Given): number {
  if (action === 'decline' && values.reason === 'other') return 2
  if (action === 'supplement' && !values.photoKeys?.length) return 1
  return spec.min
}

function textFault(text: string, min: number, max: number): Omit<Fault, 'id'> | null {
  if (text === '' && min > 0) return { key: 'staff.form.missing.text' }
  const length = lengthOf(text)
  if (length < min) return { key: 'staff.form.short.text', n: min }
  return length > max ? { key: 'staff.form.long.text', n: max } : null
}

/** What the public reads when nothing else is said. */
function standingText({ action, report, timeline }: Filled): string {
  return action === 'redact' ? shownToPublic(report, timeline).text : report.text
}

/** Changing what is public must change something. */
function unchangedFault({ action, values, report, timeline }: Filled): Omit<Fault, 'id'> | null {
  if (action !== 'redact') return null
  const before = shownToPublic(report, timeline).photoIds
  const after = values.publicPhotoIds ?? []
  const isSame = before.length === after.length && before.every((id) => after.includes(id))
  return missing('staff.form.unchanged', isSame)
}

/** Telephone numbers, identity numbers, plates and cards are blacked out, or somebody says that they may stay. */
function personalFault({ values }: Filled): Omit<Fault, 'id'> | null {
  const isLeft = findPersonal(written(values)).some(isCertain)
  return missing('staff.form.personal', isLeft && !values.keepPersonal)
}

function leadFault(typed: string): Omit<Fault, 'id'> | null {
  if (typed === '') return { key: 'staff.form.missing.leadNumber' }
  return missing('staff.form.wrong.leadNumber', parseReportNumber(typed) === null)
}

function answererBody({ answerer, otherBodyCode, deputyId }: ActionValues): Record<string, unknown> {
  if (answerer === 'other') return { bodyCode: otherBodyCode }
  if (answerer === 'deputy') return { deputyId }
  return answerer ? { bodyCode: answerer.replace(/^body:/, '') } : {}
}

function dateFault({ values, now }: Given): Omit<Fault, 'id'> | null {
  if (!values.dueAt) return { key: 'staff.form.missing.dueAt' }
  return endOfCityDay(values.dueAt) > now ? null : { key: 'staff.form.past.dueAt' }
}

const rules: Rules = {
  text: {
    id: () => 'text',
    fault: (spec, given) => textFault(written(given.values), leastText(spec, given), spec.max),
    body: (_spec, { values }) => (written(values) ? { text: written(values) } : {}),
  },
  'public-text': {
    id: () => 'text',
    // The original words need no copy, and may be longer than a copy can be.
    fault: ({ max }, given) =>
      (written(given.values) === standingText(given)
        ? unchangedFault(given)
        : textFault(written(given.values), 2, max)) ?? personalFault(given),
    body: (_spec, filled) => {
      const { keepPersonal } = filled.values
      const text = written(filled.values)
      if (text === standingText(filled) && !keepPersonal) return {}
      return { text, ...(keepPersonal && { keepPersonal }) }
    },
  },
  lead: {
    id: () => 'leadNumber',
    fault: (_spec, { values }) => leadFault((values.leadNumber ?? '').trim()),
    body: (_spec, { values }) => ({ leadNumber: parseReportNumber(values.leadNumber ?? '') }),
  },
  reason: {
    id: () => 'reason',
    fault: (_spec, { values }) => missing('staff.form.missing.reason', !values.reason),
    body: (_spec, { values }) => ({ reason: values.reason }),
  },
  answerer: {
    id: () => 'answerer',
    fault: (_spec, { values }) =>
      missing('staff.form.missing.answerer', !Object.values(answererBody(values)).some(Boolean)),
    body: (_spec, { values }) => answererBody(values),
  },
  'co-bodies': {
    id: () => 'coBodyCodes',
    fault: () => null,
    body: (_spec, { values }) => {
      const { bodyCode } = answererBody(values)
      const codes = (values.coBodyCodes ?? []).filter((code) => code !== bodyCode)
      return codes.length > 0 ? { coBodyCodes: codes } : {}
    },
  },
  'proposed-body': {
    id: () => 'suggestedBodyCode',
    fault: () => null,
    body: (_spec, { values }) =>
      values.suggestedBodyCode ? { suggestedBodyCode: values.suggestedBodyCode } : {},
  },
  complexity: {
    id: () => 'complexity',
    fault: () => null,
    body: (_spec, { values, report }) => ({ complexity: values.complexity ?? report.complexity }),
  },
  days: {
    id: () => 'days',
    fault: (_spec, { values }) => missing('staff.form.missing.days', !values.days),
    body: (_spec, { values }) => ({ days: Number(values.days) }),
  },
  date: {
    id: () => 'dueAt',
    fault: (_spec, given) => dateFault(given),
    body: (_spec, { values }) =>
      values.dueAt ? { dueAt: new Date(endOfCityDay(values.dueAt)).toISOString() } : {},
  },
  photos: {
    id: () => 'photoIds',
    fault: ({ evidence }, { values, report }) =>
      missing('staff.form.missing.photos', evidence && report.evidenceRequired && !values.photoKeys?.length),
    body: (_spec, _filled, photoIds) => (photoIds.length > 0 ? { photoIds } : {}),
  },
  'public-photos': {
    id: () => 'photoIds',
    fault: () => null,
    // Said outright, also when it is none: what is not named stays private.
    body: (_spec, { values }) => ({ photoIds: values.publicPhotoIds ?? [] }),
  },
  'yes-no': {
    id: ({ name }) => name,
    fault: ({ name }, { values }) => missing('staff.form.missing.yesno', !values[name]),
    body: ({ name }, { values }) => ({ [name]: values[name] === 'yes' }),
  },
}

// A spec and its rule carry the same kind; TypeScript cannot follow that through the table.
const ruleOf = (spec: FieldSpec) => rules[spec.kind] as Rule<FieldSpec>

export function fieldId(spec: FieldSpec): string {
  return ruleOf(spec).id(spec)
}

/** What must be mended before the form can be sent, in the order of its fields. */
export function faultsOf(given: Given): Fault[] {
  return actionForms[given.action].fields.flatMap((spec) => {
    const fault = ruleOf(spec).fault(spec, given)
    return fault ? [{ ...fault, id: fieldId(spec) }] : []
  })
}

/** The request's fields, without version. `photoIds`: the server's ids of `values.photoKeys`. */
export function requestOf(
  filled: Filled,
  photoIds: string[],
): { action: StaffAction } & Record<string, unknown> {
  const form: ActionForm = actionForms[filled.action]
  const parts = form.fields.map((spec) => ruleOf(spec).body(spec, filled, photoIds))
  return Object.assign({ action: filled.action }, ...parts)
}

const ALIASES: Record<string, string> = { bodyCode: 'answerer', deputyId: 'answerer' }

/** The field that a path of the server's `fields` speaks of: 'coBodyCodes.0' → 'coBodyCodes'. */
export function fieldOfPath(path: string): string {
  const name = path.split('.')[0] ?? path
  return ALIASES[name] ?? name
}

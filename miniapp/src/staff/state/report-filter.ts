import type { State } from '@shared/domain/report-state.ts'
import { MATTER_FILTERS, MATTERS, type Matter } from '@shared/domain/supervision-matters.ts'
import type { ListChoice } from './use-reports'

/** What "all" is narrowed to; '' and false are no condition. Days are YYYY-MM-DD in Asia/Shanghai. */
export interface ReportFilter {
  /** words of the text or the place, or a number */
  q: string
  state: State | ''
  category: string
  district: string
  from: string
  to: string
  overdue: boolean
  /** what a supervisor looks after */
  matter: Matter | ''
  /** who has it now, as `type:code` */
  holder: string
}

export const NO_FILTER: ReportFilter = {
  q: '',
  state: '',
  category: '',
  district: '',
  from: '',
  to: '',
  overdue: false,
  matter: '',
  holder: '',
}

export function isFiltered(filter: ReportFilter): boolean {
  return Object.values(filter).some((value) => value !== '' && value !== false)
}

/** The conditions of a matter, as the address of a request says them. */
function matterChoice(matter: Matter | ''): Partial<ListChoice> {
  if (matter === '') return {}
  const { state, holderType, ...flags } = MATTER_FILTERS[matter]
  // What is stuck longest stands first.
  return { ...flags, sort: 'due', state: state?.join(), holderType: holderType?.join() }
}

function holderChoice(holder: string): Partial<ListChoice> {
  const [holderType = '', ...code] = holder.split(':')
  return holder === '' ? {} : { holderType, holderCode: code.join(':') }
}

/** What the API is asked for. */
export function choiceOf({ from, to, matter, holder, ...filter }: ReportFilter): ListChoice {
  const ofMatter = matterChoice(matter)
  return {
    scope: 'visible',
    sort: 'new',
    ...filter,
    ...ofMatter,
    ...holderChoice(holder),
    state: filter.state || ofMatter.state || '',
    overdue: filter.overdue || ofMatter.overdue,
    from: from && `${from}T00:00:00+08:00`,
    // The last day counts whole.
    to: to && `${to}T23:59:59.999+08:00`,
  }
}

/** Somebody's mobile number: it is looked for another way, which is written down. */
export function phoneIn(q: string): string | null {
  const digits = q.replaceAll(/[\s-]/g, '').replace(/^\+?86(?=1)/, '')
  return /^1\d{10}$/.test(digits) ? digits : null
}

/** What a list begins with that was opened by an address: from the dashboard, or from a link somebody sent. */
export function filterIn(query: Readonly<Record<string, string | undefined>>): ReportFilter {
  const { matter, holder = '', district = '' } = query
  return { ...NO_FILTER, matter: MATTERS.find((one) => one === matter) ?? '', holder, district }
}

/** The same, as an address says it: who must sign in first comes back to it. */
export function shownIn({ matter, holder, district }: ReportFilter): Record<string, string> {
  return { matter, holder, district }
}

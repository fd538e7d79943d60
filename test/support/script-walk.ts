import { buildCity } from '../../worker/demo-city/city.ts'
import type { DemoReport, Step } from '../../worker/demo-city/report-script-shape.ts'
import { DEMO_REPORTS } from '../../worker/demo-city/report-scripts.ts'
import { ageAtTopicsAnswer } from './problem-walk.ts'

/** The demonstration city that the scripts play in. */
export const city = buildCity()
export const byKey = <T, K extends keyof T>(list: readonly T[], key: K) =>
  new Map(list.map((one) => [one[key], one]))
export const stations = byKey(city.stations, 'number')
const deputies = byKey(city.deputies, 'id')
const bodies = byKey(city.bodies, 'code')
export const categories = byKey(city.categories, 'code')
export const streetOf = (report: DemoReport) => stations.get(report.stationNumber)?.streetCode ?? ''

/** The rule that fits, the street's own before the district's. */
export function routedBody(report: DemoReport): string | undefined {
  const street = streetOf(report)
  const fitting = city.routingRules.filter(
    (rule) =>
      rule.categoryCode === report.categoryCode &&
      rule.districtCode === street.slice(0, 6) &&
      ['', street].includes(rule.streetCode),
  )
  return fitting.sort((a, b) => b.streetCode.localeCompare(a.streetCode))[0]?.bodyCode
}

const BEFORE_REVIEW = 'submitted needs_info assigned in_progress disputed'
const OPEN = `${BEFORE_REVIEW} in_review answered`
const BEFORE_ANSWER = `${BEFORE_REVIEW} in_review`.split(' ')
const PUBLISHED = 'assigned in_progress disputed in_review answered closed'

/** An independent reading of lifecycle.md: who may do it, from where, to where (`=` stays). */
const MOVES: Record<string, readonly [by: string, from: string, to: string][]> = {
  ask: [['station', 'submitted', 'needs_info']],
  decline: [['station supervisor', 'submitted', 'declined']],
  appeal: [['reporter', 'declined', 'submitted']],
  assign: [['station supervisor', 'submitted disputed', 'assigned']],
  sign: [['body deputy', 'assigned', 'in_progress']],
  bounce: [['body', 'assigned', 'disputed']],
  extend: [['body', 'in_progress', '=']],
  grant: [['station supervisor', 'in_progress', '=']],
  refuse: [['station supervisor', 'in_progress', '=']],
  merge: [['station supervisor', 'submitted assigned', 'merged']],
  unmerge: [['station supervisor', 'merged', 'submitted']],
  finish: [['body deputy', 'in_progress', 'in_review']],
  send_back: [['station deputy', 'in_review', 'in_progress']],
  approve: [['station deputy supervisor', 'in_review', 'answered']],
  rate: [['reporter', 'answered', 'closed']],
  withdraw: [['reporter', BEFORE_REVIEW, 'withdrawn']],
  supplement: [
    ['reporter', 'needs_info', 'submitted'],
    ['reporter', 'submitted assigned in_progress disputed in_review answered', '='],
  ],
  watch: [['supervisor deputy', OPEN, '=']],
  order: [['supervisor', OPEN, '=']],
  lift: [['supervisor', OPEN, '=']],
  publish: [['station supervisor', PUBLISHED, '=']],
  redact: [['station supervisor', PUBLISHED, '=']],
  unpublish: [['station supervisor', PUBLISHED, '=']],
  note: [['station', OPEN, '=']],
}

/** Where a report stands while its script is walked through. */
export interface Walk {
  report: DemoReport
  state: string
  /** hours since it was filed, and how many it was old when its state began */
  age: number
  since: number
  /** what the clock did, as far as that holds on whatever day the city is seeded */
  clock: string[]
  /** what lies over the state */
  isPublic: boolean
  isWatched: boolean
  asksForDays: boolean
  /** how often the reporter was dissatisfied */
  refusals: number
  appealed: boolean
  answerer: 'body' | 'deputy'
}

const reviewer = ({ report, refusals }: Walk) =>
  refusals > 1 ? 'supervisor' : report.channel === 'opinion' ? 'station' : 'deputy'

function demandsEvidence({ report }: Walk): boolean {
  return report.channel === 'snapshot' || categories.get(report.categoryCode)?.evidenceRequired === true
}

/** What each action must carry, what must lie over the report, and who exactly must do it. */
const PAYLOADS: Record<string, (step: Step, walk: Walk) => boolean> = {
  ask: ({ text }) => text !== undefined,
  decline: ({ text, reason }) => text !== undefined && reason !== undefined,
  appeal: ({ text }, { appealed }) => text !== undefined && !appealed,
  merge: ({ lead }, { report }) => lead !== report.key && byKey(DEMO_REPORTS, 'key').has(lead ?? ''),
  bounce: ({ text, suggestedBodyCode }) => text !== undefined && bodies.has(suggestedBodyCode ?? ''),
  extend: ({ text, days = 0 }) => text !== undefined && days >= 1 && days <= 15,
  grant: (_, { asksForDays }) => asksForDays,
  refuse: ({ text }, { asksForDays }) => text !== undefined && asksForDays,
  send_back: ({ text, by }, walk) => text !== undefined && by === reviewer(walk),
  approve: ({ by }, walk) => by === reviewer(walk),
  rate: ({ answered, solved, satisfied }) => [answered, solved, satisfied].every((one) => one !== undefined),
  order: ({ text, days = 0 }) => text !== undefined && days > 0,
  lift: (_, { isWatched }) => isWatched,
  publish: (_, { report, isPublic }) => report.consentPublic === true && !isPublic,
  redact: ({ text }, { isPublic }) => text !== undefined && isPublic,
  unpublish: (_, { isPublic }) => isPublic,
  assign: ({ bodyCode, deputyId, complexity, by }, { report, appealed }) =>
    complexity !== undefined &&
    (by === 'supervisor' || !(appealed || report.channel === 'snapshot')) &&
    (deputyId ? deputies.get(deputyId)?.stationNumber === report.stationNumber : bodies.has(bodyCode ?? '')),
  sign: ({ by }, { answerer }) => by === answerer,
  finish: ({ by, text, photos = [] }, walk) =>
    text !== undefined && by === walk.answerer && (photos.length > 0 || !demandsEvidence(walk)),
}

function moveOf(step: Step, state: string) {
  const has = (list: string, word: string) => list.split(' ').includes(word)
  return MOVES[step.action]?.find(([by, from]) => has(by, step.by) && has(from, state))
}

/** What lies over the state after a step. */
function overlaysAfter({ action }: Step): Partial<Walk> {
  if (action === 'publish' || action === 'unpublish') return { isPublic: action === 'publish' }
  if (['watch', 'order', 'lift'].includes(action)) return { isWatched: action !== 'lift' }
  if (['extend', 'grant', 'refuse'].includes(action)) return { asksForDays: action === 'extend' }
  return action === 'appeal' ? { appealed: true } : {}
}

function follow(walk: Walk, step: Step, to: string): Walk {
  const state = to === '=' ? walk.state : to
  const since = state === walk.state ? walk.since : walk.age
  const next = { ...walk, ...overlaysAfter(step), state, since }
  if (step.action === 'assign') return { ...next, answerer: step.deputyId ? 'deputy' : 'body' }
  // Dissatisfied once: round 2 with the same body; twice: the supervisor; the third word is the last.
  if (step.action !== 'rate' || step.satisfied !== false || walk.refusals > 1) return next
  return { ...next, refusals: walk.refusals + 1, state: walk.refusals === 0 ? 'assigned' : 'in_review' }
}

/** How many days surely do not, and surely do end it: five working days may have a long holiday between them. */
const CLOCK_MOVES: Record<string, readonly [action: string, to: string, notBefore: number, by: number]> = {
  answered: ['archive', 'closed', 6.5, 9],
  needs_info: ['resume', 'submitted', 4.5, 19],
}
/** An office that has had the report for so long is overdue, whatever the holidays. */
const SURELY_OVERDUE_DAYS = 35

/** The age a report has when the one that leads it is answered, or the topic that it belongs to. */
function ageAtAnswer({ report, state }: Walk): number {
  if (state !== 'merged') return BEFORE_ANSWER.includes(state) ? ageAtTopicsAnswer(report) : Infinity
  const key = report.steps.find(({ action }) => action === 'merge')?.lead
  const lead = DEMO_REPORTS.find((one) => one.key === key)
  const approval = lead?.steps.findIndex(({ action }) => action === 'approve') ?? -1
  if (!lead || approval < 0) return Infinity
  const hours = lead.steps.slice(0, approval + 1).reduce((sum, { afterHours }) => sum + afterHours, 0)
  return (report.daysAgo - lead.daysAgo) * 24 + hours
}

/** Lets time pass. @throws Error where the day of seeding would decide what the clock does */
function wait(walk: Walk, hours: number): Walk {
  const age = walk.age + hours
  const answered = ageAtAnswer(walk)
  if (walk.state === 'merged' && answered > age) return { ...walk, age }
  if (answered <= age) {
    const settled = { ...walk, state: 'answered', age: answered, since: answered }
    return wait({ ...settled, clock: [...walk.clock, 'settle'] }, age - answered)
  }
  const days = (age - walk.since) / 24
  const move = CLOCK_MOVES[walk.state]
  if (!move) {
    const isOverdue = OPEN.split(' ').includes(walk.state) && days > SURELY_OVERDUE_DAYS
    return { ...walk, age, clock: isOverdue ? [...walk.clock, 'escalate'] : walk.clock }
  }
  const [action, to, notBefore, by] = move
  if (days <= notBefore) return { ...walk, age }
  if (days < by) throw new Error(`left to chance, ${walk.report.key}: ${days} days ${walk.state}`)
  return { ...walk, age, state: to, since: age, clock: [...walk.clock, action] }
}

/** Walks a script through the table to the present. @throws Error at the first step that is not legal */
export function walkThrough(report: DemoReport): Walk {
  const routed = report.channel === 'snapshot' && routedBody(report) !== undefined
  const state = routed ? 'assigned' : 'submitted'
  const overlays = { isPublic: false, isWatched: false, asksForDays: false, appealed: false }
  let walk: Walk = { report, state, age: 0, since: 0, clock: [], ...overlays, refusals: 0, answerer: 'body' }
  for (const step of report.steps) {
    walk = wait(walk, step.afterHours)
    const where = `${report.key}: ${step.by} ${step.action} in ${walk.state}`
    const move = moveOf(step, walk.state)
    if (!move) throw new Error(`illegal, ${where}`)
    if (!(PAYLOADS[step.action]?.(step, walk) ?? true)) throw new Error(`incomplete, ${where}`)
    walk = follow(walk, step, move[2])
  }
  return wait(walk, report.daysAgo * 24 - walk.age)
}

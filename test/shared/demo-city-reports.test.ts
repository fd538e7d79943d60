import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCity } from '../../worker/demo-city/city.ts'
import { PHOTO_KEYS, type DemoReport, type Step } from '../../worker/demo-city/report-script-shape.ts'
import { DEMO_REPORTS } from '../../worker/demo-city/report-scripts.ts'

const city = buildCity()
const byKey = <T, K extends keyof T>(list: readonly T[], key: K) =>
  new Map(list.map((one) => [one[key], one]))
const stations = byKey(city.stations, 'number')
const deputies = byKey(city.deputies, 'id')
const bodies = byKey(city.bodies, 'code')
const categories = byKey(city.categories, 'code')
const streetOf = (report: DemoReport) => stations.get(report.stationNumber)?.streetCode ?? ''

/** The rule that fits, the street's own before the district's. */
function routedBody(report: DemoReport): string | undefined {
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
const ENDS = 'closed declined withdrawn'

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
  publish: [['station supervisor', 'assigned in_progress disputed in_review answered closed', '=']],
  note: [['station', OPEN, '=']],
}

/** Where a report stands while its script is walked through. */
interface Walk {
  report: DemoReport
  state: string
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

/** What each action must carry, and who exactly must do it. */
const PAYLOADS: Record<string, (step: Step, walk: Walk) => boolean> = {
  ask: ({ text }) => text !== undefined,
  decline: ({ text, reason }) => text !== undefined && reason !== undefined,
  appeal: ({ text }, { appealed }) => text !== undefined && !appealed,
  bounce: ({ text, suggestedBodyCode }) => text !== undefined && bodies.has(suggestedBodyCode ?? ''),
  extend: ({ text, days = 0 }) => text !== undefined && days >= 1 && days <= 15,
  send_back: ({ text, by }, walk) => text !== undefined && by === reviewer(walk),
  approve: ({ by }, walk) => by === reviewer(walk),
  rate: ({ answered, solved, satisfied }) => [answered, solved, satisfied].every((one) => one !== undefined),
  publish: (_, { report }) => report.consentPublic === true,
  assign: ({ bodyCode, deputyId, complexity, by }, { report, appealed }) =>
    complexity !== undefined &&
    (appealed || report.channel === 'snapshot' ? by === 'supervisor' : by === 'station') &&
    (deputyId ? deputies.get(deputyId)?.stationNumber === report.stationNumber : bodies.has(bodyCode ?? '')),
  sign: ({ by }, { answerer }) => by === answerer,
  finish: ({ by, text, photos = [] }, walk) =>
    text !== undefined && by === walk.answerer && (photos.length > 0 || !demandsEvidence(walk)),
}

function moveOf(step: Step, state: string) {
  const has = (list: string, word: string) => list.split(' ').includes(word)
  return MOVES[step.action]?.find(([by, from]) => has(by, step.by) && has(from, state))
}

function follow(walk: Walk, step: Step, to: string): Walk {
  const next = { ...walk, state: to === '=' ? walk.state : to }
  if (step.action === 'appeal') return { ...next, appealed: true }
  if (step.action === 'assign') return { ...next, answerer: step.deputyId ? 'deputy' : 'body' }
  // Dissatisfied once: round 2 with the same body; twice: the supervisor; the third word is the last.
  if (step.action !== 'rate' || step.satisfied !== false || walk.refusals > 1) return next
  return { ...next, refusals: walk.refusals + 1, state: walk.refusals === 0 ? 'assigned' : 'in_review' }
}

/** Walks a script through the table to its end. @throws Error at the first step that is not legal */
function walkThrough(report: DemoReport): Walk {
  const routed = report.channel === 'snapshot' && routedBody(report) !== undefined
  const state = routed ? 'assigned' : 'submitted'
  let walk: Walk = { report, state, refusals: 0, appealed: false, answerer: 'body' }
  for (const step of report.steps) {
    const where = `${report.key}: ${step.by} ${step.action} in ${walk.state}`
    const move = moveOf(step, walk.state)
    if (!move) throw new Error(`illegal, ${where}`)
    if (!(PAYLOADS[step.action]?.(step, walk) ?? true)) throw new Error(`incomplete, ${where}`)
    walk = follow(walk, step, move[2])
  }
  return walk
}

const hoursOf = (report: DemoReport) => report.steps.reduce((sum, { afterHours }) => sum + afterHours, 0)
/** Days since the last step. */
const idleDays = (report: DemoReport) => report.daysAgo - hoursOf(report) / 24
const keysOf = (reports: readonly DemoReport[]) => reports.map(({ key }) => key)

describe('the scripts of the demonstration reports', () => {
  it('takes only legal steps and reaches every state, most of all a good end', () => {
    const ends = DEMO_REPORTS.map(walkThrough)
    const closed = ends.filter(({ state }) => state === 'closed')
    const verdicts = closed.map(({ report }) => report.steps.findLast(({ action }) => action === 'rate'))
    expect(byKey(DEMO_REPORTS, 'key').size).toBe(DEMO_REPORTS.length)
    expect([...new Set(ends.map(({ state }) => state))].sort()).toEqual(`${OPEN} ${ENDS}`.split(' ').sort())
    expect(closed.length).toBeGreaterThanOrEqual(15)
    expect(verdicts.some((rating) => rating?.satisfied === false)).toBe(true)
    expect(verdicts.some((rating) => rating?.solved === false)).toBe(true)
    expect(ends.some(({ state, refusals }) => state === 'assigned' && refusals === 1)).toBe(true)
    expect(ends.some(({ state, refusals }) => state === 'in_review' && refusals === 2)).toBe(true)
  })

  it('keeps the inboxes of the demonstration accounts alive', () => {
    const first = DEMO_REPORTS.filter(({ stationNumber }) => stationNumber === '0001').map(walkThrough)
    const inState = (state: string, channel: string) =>
      first.filter((one) => one.state === state && one.report.channel === channel)
    const lamps = first.filter(({ report }) => report.categoryCode === 'street-lighting')
    expect(first.length).toBeGreaterThanOrEqual(20)
    expect(inState('submitted', 'opinion').length).toBeGreaterThanOrEqual(3)
    expect(inState('in_review', 'opinion').length).toBeGreaterThanOrEqual(1)
    expect(inState('in_review', 'snapshot').length).toBeGreaterThanOrEqual(2)
    expect(inState('submitted', 'snapshot').length).toBeGreaterThanOrEqual(1)
    expect(new Set(lamps.map(({ state }) => state))).toEqual(
      new Set(['assigned', 'in_progress', 'in_review', 'closed']),
    )
  })

  it('lies in the past, at known stations, in words of a natural length', () => {
    const length = ({ text }: DemoReport) => [...text].length
    expect(keysOf(DEMO_REPORTS.filter((one) => hoursOf(one) >= one.daysAgo * 24))).toEqual([])
    expect(keysOf(DEMO_REPORTS.filter((one) => !stations.has(one.stationNumber)))).toEqual([])
    expect(keysOf(DEMO_REPORTS.filter((one) => length(one) < 20 || length(one) > 120))).toEqual([])
  })

  it('has some that are overdue, but none that the clock would move at once', () => {
    const idle = (state: string) => DEMO_REPORTS.filter((one) => walkThrough(one).state === state)
    expect(idle('submitted').filter((one) => idleDays(one) > 5).length).toBeGreaterThan(0)
    expect(idle('in_progress').filter((one) => idleDays(one) > 4).length).toBeGreaterThan(1)
    expect(keysOf(idle('answered').filter((one) => idleDays(one) > 6.5))).toEqual([])
    expect(keysOf(idle('needs_info').filter((one) => idleDays(one) > 4.5))).toEqual([])
  })

  it('sends each report to the body the rules name, unless a bounce says otherwise', () => {
    const straight = DEMO_REPORTS.filter(({ steps }) => !steps.some(({ action }) => action === 'bounce'))
    const wrong = straight.filter((report) => {
      const routed = routedBody(report)
      return report.steps.some(({ bodyCode }) => bodyCode && routed && bodyCode !== routed)
    })
    expect(keysOf(wrong)).toEqual([])
  })

  it('answers the questions of its category, every required one too', () => {
    const wrong = DEMO_REPORTS.filter(({ categoryCode, answers = {} }) => {
      const questions = categories.get(categoryCode)?.questions ?? []
      const known = Object.keys(answers).every((code) => questions.some((one) => one.code === code))
      return (
        !known ||
        !questions.every(({ code, required, type, options }) => {
          const answer = answers[code]
          if (answer === undefined) return !required
          if (type === 'yesno') return typeof answer === 'boolean'
          return type === 'text' || options?.some((one) => one.code === answer)
        })
      )
    })
    expect(keysOf(wrong)).toEqual([])
  })

  it('gives every snapshot a photo, a deputy with an account and a place in its own street', () => {
    const snapshots = DEMO_REPORTS.filter(({ channel }) => channel === 'snapshot')
    expect(keysOf(snapshots.filter(({ photo, place }) => !photo || !place))).toEqual([])
    expect(new Set(snapshots.map(({ stationNumber }) => stationNumber))).toEqual(new Set(['0001', '0002']))
    const astray = snapshots.filter((report) => {
      const { lat, lng } = report.place ?? { lat: 0, lng: 0 }
      const far = ({ latE6, lngE6 }: { latE6: number; lngE6: number }) =>
        Math.hypot(latE6 / 1e6 - lat, (lngE6 / 1e6 - lng) * 0.92)
      const nearest = city.stations.reduce((best, one) => (far(one) < far(best) ? one : best))
      return nearest.streetCode !== streetOf(report)
    })
    expect(keysOf(astray)).toEqual([])
  })

  it('has every picture it names, light enough to send', () => {
    const shown = DEMO_REPORTS.flatMap(({ photo, steps }) => [
      photo ?? [],
      ...steps.map(({ photos = [] }) => photos),
    ])
    expect([...new Set(shown.flat())].sort()).toEqual([...PHOTO_KEYS].sort())
    for (const key of PHOTO_KEYS) {
      const file = (kind: string) => new URL(`../../worker/demo-city/photos/${key}.${kind}`, import.meta.url)
      const jpeg = readFileSync(file('jpg'))
      expect(existsSync(file('svg')), key).toBe(true)
      expect([...jpeg.subarray(0, 3)], key).toEqual([0xff, 0xd8, 0xff])
      expect(jpeg.length, key).toBeLessThanOrEqual(60 * 1024)
    }
  })
})

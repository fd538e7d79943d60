import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REFORM_CASES } from '../../shared/cases/library.ts'
import { ACTIONS, STATES } from '../../shared/domain/report-state.ts'
import { PHOTO_KEYS, type DemoReport } from '../../worker/demo-city/report-script-shape.ts'
import { DEMO_PROBLEMS } from '../../worker/demo-city/problem-scripts.ts'
import { DEMO_REPORTS } from '../../worker/demo-city/report-scripts.ts'
import { walkProblem } from '../support/problem-walk.ts'
import {
  byKey,
  categories,
  city,
  routedBody,
  stations,
  streetOf,
  walkThrough,
} from '../support/script-walk.ts'

const hoursOf = (report: DemoReport) => report.steps.reduce((sum, { afterHours }) => sum + afterHours, 0)
/** Days since the last step. */
const idleDays = (report: DemoReport) => report.daysAgo - hoursOf(report) / 24
const keysOf = (reports: readonly DemoReport[]) => reports.map(({ key }) => key)

describe('the scripts of the demonstration reports', () => {
  it('takes only legal steps and reaches every state, most of all a good end', () => {
    const ends = DEMO_REPORTS.map(walkThrough)
    const closed = ends.filter(({ state, clock }) => state === 'closed' && !clock.includes('archive'))
    const verdicts = closed.map(({ report }) => report.steps.findLast(({ action }) => action === 'rate'))
    expect(byKey(DEMO_REPORTS, 'key').size).toBe(DEMO_REPORTS.length)
    expect([...new Set(ends.map(({ state }) => state))].sort()).toEqual([...STATES].sort())
    expect(closed.length).toBeGreaterThanOrEqual(15)
    expect(verdicts.some((rating) => rating?.satisfied === false)).toBe(true)
    expect(verdicts.some((rating) => rating?.solved === false)).toBe(true)
    expect(ends.some(({ state, refusals }) => state === 'assigned' && refusals === 1)).toBe(true)
    expect(ends.some(({ state, refusals }) => state === 'in_review' && refusals === 2)).toBe(true)
  })

  it('shows every action that somebody can take, and every step of the clock', () => {
    const taken = DEMO_REPORTS.flatMap((report) => [
      'submit',
      ...report.steps.map(({ action }) => action),
      ...walkThrough(report).clock,
    ])
    expect([...new Set(taken)].sort()).toEqual(
      // Its reports are younger than the time that anything is kept.
      ACTIONS.filter((action) => action !== 'anonymise').sort(),
    )
  })

  it('has reports that follow another: one lead still at work, one answered with all who follow it', () => {
    const ends = DEMO_REPORTS.map(walkThrough)
    const leads = new Set(DEMO_REPORTS.flatMap(({ steps }) => steps.flatMap(({ lead }) => lead ?? [])))
    const group = (key: string) =>
      ends.filter(({ report }) => report.steps.some(({ lead }) => lead === key)).map(({ state }) => state)
    const groups = [...leads].map((key) => [
      ends.find(({ report }) => report.key === key)?.state,
      ...group(key).sort(),
    ])
    expect(groups).toContainEqual(['in_progress', 'in_progress', 'merged', 'merged'])
    expect(groups).toContainEqual(['closed', 'answered', 'closed'])
  })

  it('has problems in common: told of, ordered with a proposal, answered, to be looked at; each after its reports were filed', () => {
    const ends = DEMO_PROBLEMS.map(walkProblem)
    expect(ends.map(({ state, told, proposed }) => [state, told, proposed])).toEqual([
      ['answered', false, true],
      ['in_review', false, false],
      ['open', true, true],
      [null, true, false],
    ])
    for (const { reports, daysAgo, steps } of DEMO_PROBLEMS) {
      const filed = reports.map((key) => byKey(DEMO_REPORTS, 'key').get(key)?.daysAgo ?? 0)
      const [first] = steps
      expect(Math.min(...filed) * 24).toBeGreaterThan(daysAgo * 24 - (first?.afterHours ?? 0))
      expect(steps.reduce((sum, { afterHours }) => sum + afterHours, 0)).toBeLessThan(daysAgo * 24)
    }
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

  it('has some that are overdue', () => {
    const idle = (state: string) => DEMO_REPORTS.filter((one) => walkThrough(one).state === state)
    expect(idle('submitted').filter((one) => idleDays(one) > 5).length).toBeGreaterThan(0)
    expect(idle('in_progress').filter((one) => idleDays(one) > 4).length).toBeGreaterThan(1)
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

  it('speaks of reform cases, and in public of one', () => {
    const about = DEMO_REPORTS.filter(({ caseSlug }) => caseSlug)
    const isPublic = ({ steps }: DemoReport) =>
      steps.findLast(({ action }) => action === 'publish' || action === 'unpublish')?.action === 'publish'
    expect(about.map(({ caseSlug }) => caseSlug)).toEqual(
      about.map(({ caseSlug }) => REFORM_CASES.find(({ slug }) => slug === caseSlug)?.slug),
    )
    expect(keysOf(about.filter(isPublic))).toEqual(['softer-vegetables', 'canteen-delivery'])
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

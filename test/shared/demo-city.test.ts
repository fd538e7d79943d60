import { existsSync, readFileSync, statSync } from 'node:fs'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { buildCity, type Category } from '../../worker/demo-city/city.ts'
import {
  DEMO_REPORTS,
  PHOTO_KEYS,
  type DemoReport,
  type Step,
} from '../../worker/demo-city/report-scripts.ts'

const city = buildCity()
const here = (path: string) => new URL(`../../worker/${path}`, import.meta.url)
const byKey = <T, K extends keyof T>(list: readonly T[], key: K) =>
  new Map(list.map((one) => [one[key], one]))
const stations = byKey(city.stations, 'number')
const streets = byKey(city.streets, 'code')
const bodies = byKey(city.bodies, 'code')
const categories = byKey(city.categories, 'code')
const districts = byKey(city.districts, 'code')
const CENTRE = { latE6: 23129000, lngE6: 113266800 }

/** The rule that fits, the street's own before the district's. */
function routedBody(categoryCode: string, streetCode: string): string | undefined {
  const fitting = city.routingRules.filter(
    (rule) =>
      rule.categoryCode === categoryCode &&
      rule.districtCode === streetCode.slice(0, 6) &&
      ['', streetCode].includes(rule.streetCode),
  )
  return fitting.sort((a, b) => b.streetCode.localeCompare(a.streetCode))[0]?.bodyCode
}

function expectUnique(values: readonly string[]) {
  expect(new Set(values).size).toBe(values.length)
}

describe('the demonstration city', () => {
  it('has the size of Guangzhou', () => {
    expect(city.districts).toHaveLength(11)
    expect(city.streets).toHaveLength(176)
    expect(city.streets.filter(({ kind }) => kind === 'town')).toHaveLength(34)
    expect(city.stations).toHaveLength(604)
    expect(city.deputies).toHaveLength(7200)
    expect(city.categoryGroups).toHaveLength(12)
    expect(city.categories.length).toBeGreaterThanOrEqual(40)
    expect(city.categories.length).toBeLessThanOrEqual(48)
  })

  it('is the same every time and quickly there', () => {
    const start = performance.now()
    const again = buildCity()
    expect(performance.now() - start).toBeLessThan(100)
    expect(again).toEqual(city)
  })

  it('uses every code, number and name once', () => {
    for (const list of [city.districts, city.streets, city.bodies, city.categoryGroups, city.categories]) {
      expectUnique(list.map(({ code }) => code))
    }
    for (const key of ['number', 'code', 'name'] as const) expectUnique(city.stations.map((one) => one[key]))
    expectUnique(city.deputies.map(({ id }) => id))
    expectUnique(city.deputies.map(({ name }) => name))
    expectUnique(city.bodies.map(({ name }) => name))
    for (const key of ['id', 'username'] as const) expectUnique(city.accounts.map((one) => one[key]))
    expectUnique(city.deadlineLimits.map((one) => `${one.categoryCode}/${one.complexity}/${one.step}`))
    expectUnique(city.routingRules.map((one) => `${one.categoryCode}/${one.districtCode}/${one.streetCode}`))
    for (const { questions } of city.categories) expectUnique(questions.map(({ code }) => code))
  })

  it('numbers 604 stations, at least one a street, with codes that can be read aloud', () => {
    city.stations.forEach(({ number, code, streetCode, districtCode, ...place }, index) => {
      expect(number).toBe(String(index + 1).padStart(4, '0'))
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
      expect(streets.get(streetCode)?.districtCode).toBe(districtCode)
      expect(Math.abs(place.latE6 - CENTRE.latE6)).toBeLessThan(800_000)
      expect(Math.abs(place.lngE6 - CENTRE.lngE6)).toBeLessThan(800_000)
    })
    expect(new Set(city.stations.map(({ streetCode }) => streetCode)).size).toBe(176)
    expect(stations.get('0001')).toMatchObject({
      code: 'K7Q2M9XA',
      districtCode: '440104',
      streetCode: '440104003',
      name: '北京街道人大代表中心联络站',
    })
  })

  it('gives every station eight deputies or more, and towns alone town deputies', () => {
    const counts = new Map<string, number>()
    const levels = new Map<string, number>()
    for (const { id, stationNumber, level } of city.deputies) {
      expect(id.slice(2, 6)).toBe(stationNumber)
      counts.set(stationNumber, (counts.get(stationNumber) ?? 0) + 1)
      levels.set(level, (levels.get(level) ?? 0) + 1)
      const street = streets.get(stations.get(stationNumber)?.streetCode ?? '')
      if (level === 'town') expect(street?.kind).toBe('town')
    }
    expect(counts.size).toBe(604)
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(8)
    expect(levels.get('nation')).toBeLessThan(50)
    expect(levels.get('province')).toBeLessThan(250)
  })

  it('writes every Traditional name as opencc does, but for the usual forms of a few characters', () => {
    const convert = Converter({ from: 'cn', to: 'hk' })
    const usual: Record<string, string> = {
      啓: '啟',
      衞: '衛',
      峯: '峰',
      樑: '梁',
      誌: '志',
      鬍: '胡',
      鐘: '鍾',
      衝: '沖',
      湧: '涌',
    }
    const fold = (text: string) => [...text].map((one) => usual[one] ?? one).join('')
    const questions = city.categories.flatMap((one) =>
      one.questions.flatMap((q) => [q, ...(q.options ?? [])]),
    )
    const pairs = [
      ...[
        city.districts,
        city.streets,
        city.stations,
        city.bodies,
        city.categoryGroups,
        city.categories,
        city.deputies,
      ]
        .flat()
        .map(({ name, nameHant }) => [name, nameHant]),
      ...city.deputies.map(({ title, titleHant }) => [title, titleHant]),
      ...questions.map(({ label, labelHant }) => [label, labelHant]),
      [city.notice['zh-Hans'], city.notice['zh-Hant']],
    ]
    for (const [hans = '', hant = ''] of pairs) expect(fold(hant)).toBe(fold(convert(hans)))
  })
})

describe('categories, bodies, rules and accounts', () => {
  it('keeps street lighting easy to report', () => {
    const lighting = categories.get('street-lighting') as Category
    expect(lighting).toMatchObject({ name: '路灯不亮', evidenceRequired: true, icon: 'lamp' })
    expect(lighting.questions.some(({ required }) => required)).toBe(false)
    expect(city.deadlineLimits.some(({ categoryCode }) => categoryCode === 'street-lighting')).toBe(false)
  })

  it('describes every category in three languages under a group with its icon', () => {
    const groups = byKey(city.categoryGroups, 'code')
    for (const category of city.categories) {
      expect(category.icon).toBe(groups.get(category.groupCode)?.icon)
      expect(category.keywords.length).toBeGreaterThanOrEqual(5)
      expect(category.nameEn).toMatch(/^[A-Z][ -~]+$/)
      for (const question of category.questions) {
        expect(question.labelEn).not.toBe('')
        expect(question.type === 'choice').toBe((question.options?.length ?? 0) > 1)
      }
    }
    for (const { code } of city.categoryGroups)
      expect(city.categories.some((one) => one.groupCode === code)).toBe(true)
  })

  it('has a limit for every step and complexity', () => {
    const limit = (step: string, complexity: string) =>
      city.deadlineLimits.find(
        (one) => one.categoryCode === '*' && one.step === step && ['*', complexity].includes(one.complexity),
      )?.days
    for (const [step, ...days] of [
      ['pre_review', 1, 1, 1],
      ['sign', 1, 1, 1],
      ['handle', 3, 5, 15],
      ['review', 1, 1, 1],
      ['rating', 7, 7, 7],
      ['needs_info', 5, 5, 5],
    ] as const) {
      expect(['simple', 'ordinary', 'complex'].map((complexity) => limit(step, complexity))).toEqual(days)
    }
    for (const { categoryCode } of city.deadlineLimits) {
      if (categoryCode !== '*') expect(categories.has(categoryCode)).toBe(true)
    }
  })

  it('routes every category everywhere, but for the two that somebody must read first', () => {
    for (const rule of city.routingRules) {
      const body = bodies.get(rule.bodyCode)
      expect(categories.has(rule.categoryCode)).toBe(true)
      expect([null, rule.districtCode]).toContain(body?.districtCode)
      expect(body?.streetCode ?? '').toBe(rule.streetCode)
    }
    const unrouted = city.categories.filter(({ code }) =>
      city.streets.some((street) => !routedBody(code, street.code)),
    )
    expect(unrouted.map(({ code }) => code)).toEqual(['idea-law', 'idea-other'])
    for (const { districtCode, streetCode } of city.bodies) {
      if (districtCode) expect(districts.has(districtCode)).toBe(true)
      if (streetCode) expect(streets.get(streetCode)?.districtCode).toBe(districtCode)
    }
  })

  it('has the accounts of the demonstration', () => {
    const accounts = byKey(city.accounts, 'username')
    const deputies = byKey(city.deputies, 'id')
    expect(accounts.size).toBe(9)
    expect(accounts.get('station.demo')?.stationNumber).toBe('0001')
    expect(accounts.get('body.demo')?.bodyCode).toBe(routedBody('street-lighting', '440104003'))
    expect(bodies.get(accounts.get('body2.demo')?.bodyCode ?? '')?.districtCode).toBe('440104')
    expect(accounts.get('supervisor.demo')?.districtCode).toBeUndefined()
    expect(accounts.get('desk.demo')).toMatchObject({ role: 'supervisor', districtCode: '440104' })
    for (const [username, number] of [
      ['deputy.demo', '0001'],
      ['deputy2.demo', '0002'],
    ] as const) {
      const account = accounts.get(username)
      expect(account?.stationNumber).toBe(number)
      expect(deputies.get(account?.deputyId ?? '')).toMatchObject({
        stationNumber: number,
        name: account?.name,
      })
    }
  })
})

/** An independent reading of lifecycle.md: who may do what from where; `=` stays. */
const MOVES: Record<string, [by: string, from: string, to: string][]> = {
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
  withdraw: [['reporter', 'submitted needs_info assigned in_progress disputed', 'withdrawn']],
  supplement: [
    ['reporter', 'needs_info', 'submitted'],
    ['reporter', 'submitted assigned in_progress disputed in_review answered', '='],
  ],
  watch: [
    ['supervisor deputy', 'submitted needs_info assigned in_progress disputed in_review answered', '='],
  ],
  publish: [['station supervisor', 'assigned in_progress disputed in_review answered closed', '=']],
  note: [['station', 'submitted needs_info assigned in_progress disputed in_review answered closed', '=']],
}

interface Walk {
  state: string
  round: number
  rounds: number
  appealed: boolean
  worker: string
}

function mayReview(report: DemoReport, walk: Walk, step: Step): boolean {
  if (walk.rounds > 2) return step.by === 'supervisor'
  return step.by === (report.channel === 'opinion' ? 'station' : 'deputy')
}

function checkPayload(report: DemoReport, walk: Walk, step: Step) {
  const category = categories.get(report.categoryCode) as Category
  if (['ask', 'decline', 'appeal', 'bounce', 'extend', 'finish', 'send_back', 'note'].includes(step.action)) {
    expect(step.text?.length).toBeGreaterThan(4)
  }
  if (step.action === 'decline') expect(step.reason).toBeDefined()
  if (step.action === 'extend') expect(step.days).toBeGreaterThan(0)
  if (step.action === 'publish') expect(report.consentPublic).toBe(true)
  if (step.action === 'assign') {
    expect(step.complexity).toBeDefined()
    expect(Boolean(step.bodyCode) !== Boolean(step.deputyId)).toBe(true)
    if (walk.appealed) expect(step.by).toBe('supervisor')
  }
  if (step.action === 'finish') {
    expect(step.by).toBe(walk.worker)
    const evidence = category.evidenceRequired || report.channel === 'snapshot'
    if (evidence) expect(step.photos?.length).toBeGreaterThan(0)
  }
  if (step.action === 'approve' || step.action === 'send_back')
    expect(mayReview(report, walk, step)).toBe(true)
}

/** Walks a script through the table; returns the state it ends in. */
function walkThrough(report: DemoReport): Walk {
  const street = stations.get(report.stationNumber)?.streetCode ?? ''
  const routed = report.channel === 'snapshot' && routedBody(report.categoryCode, street)
  const walk: Walk = {
    state: routed ? 'assigned' : 'submitted',
    round: 1,
    rounds: 1,
    appealed: false,
    worker: 'body',
  }
  for (const step of report.steps) {
    const move = MOVES[step.action]?.find(
      ([by, from]) => by.split(' ').includes(step.by) && from.split(' ').includes(walk.state),
    )
    expect(move, `${report.key}: ${step.by} ${step.action} in ${walk.state}`).toBeDefined()
    checkPayload(report, walk, step)
    if (step.action === 'appeal') walk.appealed = true
    if (step.action === 'assign') walk.worker = step.deputyId ? 'deputy' : 'body'
    const to = move?.[2] ?? ''
    if (to !== '=') walk.state = to
    if (step.action === 'rate' && step.satisfied === false && walk.rounds < 3) {
      walk.state = walk.rounds === 1 ? 'assigned' : 'in_review'
      walk.rounds += 1
    }
  }
  return walk
}

describe('the scripts of the demonstration reports', () => {
  const ends = DEMO_REPORTS.map((report) => ({ report, ...walkThrough(report) }))
  const ending = (state: string) => ends.filter((one) => one.state === state)

  it('reaches every state, most of all a good end', () => {
    expectUnique(DEMO_REPORTS.map(({ key }) => key))
    expect(new Set(ends.map(({ state }) => state))).toEqual(
      new Set(
        'submitted needs_info assigned in_progress disputed in_review answered closed declined withdrawn'.split(
          ' ',
        ),
      ),
    )
    expect(ending('closed').length).toBeGreaterThanOrEqual(15)
    const last = ending('closed').map(({ report }) =>
      report.steps.findLast(({ action }) => action === 'rate'),
    )
    expect(last.some((rating) => rating?.satisfied === false)).toBe(true)
    expect(last.some((rating) => rating?.solved === false)).toBe(true)
    expect(ends.some(({ state, rounds }) => state === 'assigned' && rounds === 2)).toBe(true)
    expect(ends.some(({ state, rounds }) => state === 'in_review' && rounds === 3)).toBe(true)
  })

  it('keeps the inboxes of the demonstration accounts alive', () => {
    const first = ends.filter(({ report }) => report.stationNumber === '0001')
    expect(first.length).toBeGreaterThanOrEqual(20)
    expect(
      first.filter(({ state, report }) => state === 'submitted' && report.channel === 'opinion').length,
    ).toBeGreaterThan(3)
    expect(first.some(({ state, report }) => state === 'in_review' && report.channel === 'snapshot')).toBe(
      true,
    )
    for (const state of ['assigned', 'in_progress']) {
      expect(
        first.filter((one) => one.state === state && one.report.categoryCode === 'street-lighting').length,
      ).toBeGreaterThan(0)
    }
    // Overdue beyond doubt: simple work signed for more than ten days ago, pre-review waiting for five.
    const idle = (key: string) => {
      const report = DEMO_REPORTS.find((one) => one.key === key)
      return (
        (report?.daysAgo ?? 0) - (report?.steps ?? []).reduce((sum, step) => sum + step.afterHours / 24, 0)
      )
    }
    expect(idle('bench-by-the-road')).toBeGreaterThan(5)
    expect(idle('creek-smell')).toBeGreaterThan(30)
  })

  it('lies in the past, at known stations, in words of a natural length', () => {
    for (const report of DEMO_REPORTS) {
      const hours = report.steps.reduce((sum, { afterHours }) => sum + afterHours, 0)
      expect(hours, report.key).toBeLessThan(report.daysAgo * 24)
      expect(stations.has(report.stationNumber)).toBe(true)
      expect([...report.text].length, report.key).toBeGreaterThanOrEqual(20)
      expect([...report.text].length, report.key).toBeLessThanOrEqual(120)
    }
  })

  it('waits no longer for residents than the limits allow, lest the clock moves the report at once', () => {
    for (const { report, state } of ends) {
      const idle = report.daysAgo - report.steps.reduce((sum, { afterHours }) => sum + afterHours / 24, 0)
      if (state === 'answered') expect(idle, report.key).toBeLessThan(6.5)
      if (state === 'needs_info') expect(idle, report.key).toBeLessThan(4.5)
    }
  })

  it('sends each report to the body the rules name, or to the one a bounce named', () => {
    for (const report of DEMO_REPORTS) {
      const street = stations.get(report.stationNumber)?.streetCode ?? ''
      const bounced = report.steps.some(({ action }) => action === 'bounce')
      for (const { bodyCode, suggestedBodyCode, deputyId } of report.steps) {
        const routed = routedBody(report.categoryCode, street)
        if (bodyCode) expect(bodies.has(bodyCode), bodyCode).toBe(true)
        if (bodyCode && routed && !bounced) expect(bodyCode, report.key).toBe(routed)
        if (suggestedBodyCode) expect(bodies.has(suggestedBodyCode)).toBe(true)
        if (deputyId)
          expect(city.deputies.find(({ id }) => id === deputyId)?.stationNumber).toBe(report.stationNumber)
      }
    }
  })

  it('answers every required question with a possible answer', () => {
    for (const report of DEMO_REPORTS) {
      const questions = byKey(categories.get(report.categoryCode)?.questions ?? [], 'code')
      for (const [code, answer] of Object.entries(report.answers ?? {})) {
        const question = questions.get(code)
        expect(typeof answer, report.key).toBe(question?.type === 'yesno' ? 'boolean' : 'string')
        if (question?.options) expect(question.options.map((option) => option.code)).toContain(answer)
      }
      for (const { code, required } of questions.values()) {
        if (required) expect(report.answers?.[code], `${report.key}: ${code}`).toBeDefined()
      }
    }
  })

  it('gives every snapshot a photo, a deputy with an account and a place in its own street', () => {
    for (const { channel, photo, place, stationNumber, key } of DEMO_REPORTS) {
      if (channel === 'opinion') continue
      expect(photo, key).toBeDefined()
      expect(['0001', '0002']).toContain(stationNumber)
      const far = (one: { latE6: number; lngE6: number }) =>
        Math.hypot(one.latE6 / 1e6 - (place?.lat ?? 0), (one.lngE6 / 1e6 - (place?.lng ?? 0)) * 0.92)
      const nearest = city.stations.toSorted((a, b) => far(a) - far(b))[0]
      expect(nearest?.streetCode, key).toBe(stations.get(stationNumber)?.streetCode)
    }
  })

  it('has every picture it names, light enough to send', () => {
    const named = DEMO_REPORTS.flatMap(({ photo, steps }) => [
      photo,
      ...steps.flatMap(({ photos = [] }) => photos),
    ])
    for (const key of named) if (key) expect(PHOTO_KEYS).toContain(key)
    expect(new Set(named.filter(Boolean)).size).toBe(PHOTO_KEYS.length)
    for (const key of PHOTO_KEYS) {
      const jpeg = here(`demo-city/photos/${key}.jpg`)
      expect(existsSync(here(`demo-city/photos/${key}.svg`)), key).toBe(true)
      expect([...readFileSync(jpeg).subarray(0, 3)], key).toEqual([0xff, 0xd8, 0xff])
      expect(statSync(jpeg).size, key).toBeLessThanOrEqual(60 * 1024)
    }
  })
})

describe('the official calendar', () => {
  const sql = readFileSync(here('migrations/0002_calendar.sql'), 'utf8')
  const days = new Map(
    [...sql.matchAll(/\('(\d{4}-\d\d-\d\d)', '(\w+)', '([^']+)'\)/g)].map((m) => [m[1], `${m[2]} ${m[3]}`]),
  )
  const ofYear = (year: number, kind: string) =>
    [...days]
      .filter(([date, what]) => date?.startsWith(`${year}-`) && what.startsWith(kind))
      .map(([date]) => date?.slice(5))

  it('knows the golden days of 2026', () => {
    for (let day = 15; day <= 23; day += 1) expect(days.get(`2026-02-${day}`)).toBe('holiday 春节')
    for (let day = 1; day <= 7; day += 1) expect(days.get(`2026-10-0${day}`)).toBe('holiday 国庆节')
    expect(days.get('2026-06-19')).toBe('holiday 端午节')
    expect(ofYear(2026, 'workday')).toEqual(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'])
    expect(days.has('2026-02-24')).toBe(false)
    expect(days.has('2026-10-08')).toBe(false)
  })

  it('covers 2024 to 2026 with a source each, and make-up days on weekends only', () => {
    expect([2024, 2025, 2026].map((year) => ofYear(year, 'holiday').length)).toEqual([28, 28, 33])
    expect([2024, 2025, 2026].map((year) => ofYear(year, 'workday').length)).toEqual([8, 5, 6])
    expect(sql.match(/\(\d{4}, '国务院办公厅关于\d{4}年部分节假日安排的通知/g)).toHaveLength(3)
    for (const [date, what] of days) {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
      if (what.startsWith('workday')) expect([0, 6], date).toContain(weekday)
    }
  })
})

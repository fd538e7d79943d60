import type { Category, City } from './city-shape.ts'
import type { DemoReport, Step } from './report-script-shape.ts'
import { approve, assign, decline, finish, rate, sign, withdraw } from './script-steps.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'

const DONE = '已到现场处理完毕，照片附后。如再出现请随时扫码告诉我们。'
const AGAIN = '按您的意见重新处理了一遍，请再看看。'

/** Whoever answers, and whether the category wants to see it. */
interface Work {
  bodyCode: string
  evidence: boolean
}

/** The share of each ending, in per cent. */
const ENDINGS: readonly [share: number, steps: (work: Work) => Step[]][] = [
  [62, (work) => [...handled(work), rate(20, 'pleased')]],
  [10, (work) => [...handled(work), rate(30, 'content though unsolved')]],
  [6, (work) => [...handled(work), rate(30, 'dissatisfied'), sign(10), done(40, AGAIN, work), approve(6)]],
  [12, handled],
  [6, () => [decline(6, 'personal_case', '这件事需要到相关窗口单独办理，办事指南已附上。')]],
  [4, () => [withdraw(12, '已经自己解决了，谢谢。')]],
]

function done(hours: number, text: string, { evidence }: Work): Step {
  return finish(hours, text, evidence ? ['litter-cleared'] : undefined)
}

function handled(work: Work): Step[] {
  return [assign(6, work.bodyCode, 'ordinary'), sign(10), done(48, DONE, work), approve(8)]
}

function endingFor(draw: number, work: Work): Step[] {
  let rest = draw
  for (const [share, steps] of ENDINGS) {
    if (rest < share) return steps(work)
    rest -= share
  }
  return handled(work)
}

/** Answers to the category's own questions, as somebody in a hurry gives them: only what must be answered. */
function answersTo(category: Category, random: SeededRandom): Record<string, string | boolean> {
  const required = category.questions.filter((question) => question.required)
  return Object.fromEntries(
    required.map(({ code, type, options = [] }) => {
      if (type === 'yesno') return [code, random.below(2) === 0]
      return [code, type === 'choice' ? random.pick(options).code : random.pick(category.keywords)]
    }),
  )
}

/**
 * Reports at the headline scale of the city, spread over the stations and the last year; made up from the
 * categories' own words. The n-th is always the same, so a seeding that was cut short can go on.
 */
export function manyReports(city: City, from: number, to: number, total: number): DemoReport[] {
  const bodyFor = new Map(
    city.routingRules.map((rule) => [`${rule.categoryCode} ${rule.districtCode} ${rule.streetCode}`, rule.bodyCode]),
  )
  const reports: DemoReport[] = []
  for (let n = from; n < to; n += 1) {
    const random = seededRandom(n + 1)
    const station = random.pick(city.stations)
    const category = random.pick(city.categories)
    const rule = (street: string) => bodyFor.get(`${category.code} ${station.districtCode} ${street}`)
    const bodyCode = rule(station.streetCode) ?? rule('')
    reports.push({
      key: `many-${n}`,
      channel: 'opinion',
      stationNumber: station.number,
      categoryCode: category.code,
      text: `${station.address}附近：${category.name}。${random.pick(category.keywords)}，请帮忙看看。`,
      place: {
        lat: (station.latE6 + random.below(8000) - 4000) / 1e6,
        lng: (station.lngE6 + random.below(8000) - 4000) / 1e6,
        address: station.address,
      },
      // Oldest first, so that the order of writing is the order of time.
      daysAgo: 12 + (353 * (total - n)) / total,
      answers: answersTo(category, random),
      steps:
        bodyCode === undefined
          ? []
          : endingFor(random.below(100), { bodyCode, evidence: category.evidenceRequired }),
    })
  }
  return reports
}

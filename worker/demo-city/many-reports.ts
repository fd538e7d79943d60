import type { City } from './city-shape.ts'
import type { DemoReport, Step } from './report-script-shape.ts'
import { approve, assign, decline, finish, rate, sign, withdraw } from './script-steps.ts'
import { seededRandom } from './seeded-random.ts'

/** The share of each ending among reports that are old enough to have one. */
const ENDINGS: readonly [share: number, steps: (bodyCode: string) => Step[]][] = [
  [0.62, (body) => [...handled(body), rate(20, 'pleased')]],
  [0.1, (body) => [...handled(body), rate(30, 'content though unsolved')]],
  [0.06, (body) => [...handled(body), rate(30, 'dissatisfied'), sign(10), finish(40, AGAIN, ['litter-cleared']), approve(6)]],
  [0.12, (body) => handled(body)],
  [0.06, () => [decline(6, 'personal_case', '这件事需要到相关窗口单独办理，办事指南已附上。')]],
  [0.04, () => [withdraw(12, '已经自己解决了，谢谢。')]],
]
const AGAIN = '按您的意见重新处理了一遍，请再看看。'

function handled(bodyCode: string): Step[] {
  return [
    assign(6, bodyCode, 'ordinary'),
    sign(10),
    finish(48, '已到现场处理完毕，照片附后。如再出现请随时扫码告诉我们。', ['litter-cleared']),
    approve(8),
  ]
}

function endingFor(draw: number, bodyCode: string): Step[] {
  let rest = draw
  for (const [share, steps] of ENDINGS) {
    if (rest < share) return steps(bodyCode)
    rest -= share
  }
  return handled(bodyCode)
}

/**
 * Reports at the headline scale of the city, spread over the stations and the last year; made up from the
 * categories' own words. The n-th is always the same, so a seeding that was cut short can go on.
 */
export function manyReports(city: City, from: number, to: number): DemoReport[] {
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
      daysAgo: 12 + (353 * (to - n)) / Math.max(1, to),
      steps: bodyCode === undefined ? [] : endingFor(random.below(100) / 100, bodyCode),
    })
  }
  return reports
}

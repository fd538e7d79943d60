import { readFile } from 'node:fs/promises'
import { cityDate, endOfCityDay } from '../../shared/domain/working-days.ts'
import type { City } from '../../worker/demo-city/city-shape.ts'
import type { PhotoKey } from '../../worker/demo-city/report-script-shape.ts'
import type { DEMO_WISHES } from '../../worker/demo-city/wishes.ts'
import type { Config, Env } from '../../worker/env.ts'
import { runBatch, type Query } from '../../worker/repository/query.ts'
import { countScan } from '../../worker/repository/station-codes.ts'
import { wishForCase } from '../../worker/use-cases/case/wish.ts'
import { changeDuty } from '../../worker/use-cases/station/duty.ts'
import { advanceReports } from '../../worker/use-cases/sweep/advance-reports.ts'
import { suggestClusters } from '../../worker/use-cases/sweep/suggest-clusters.ts'
import { acting } from './acting.ts'
import { actingOnProblems } from './acting-on-problems.ts'
import { openCast } from './cast.ts'
import { byDay, byStory, momentsOf, type Moment, type Play } from './moments.ts'
import { scansOfDay } from './scans.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const DUTY_DAYS = 14
const SCAN_DAYS = 42
/** Reports are independent; D1 answers one at a time, but the ways there overlap. */
const AT_ONCE = 8

async function drawing(name: PhotoKey): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(
    await readFile(new URL(`../../worker/demo-city/photos/${name}.jpg`, import.meta.url)),
  )
}

/**
 * Opens the stage on the local bindings.
 *
 * @param now milliseconds: the moment the scripts end at
 * @param readPhoto gives the bytes of a drawing
 */
export async function openStage(env: Env, config: Config, city: City, now: number, readPhoto = drawing) {
  const { contextOf, clockContext, dismiss } = await openCast(env, config, city, now)
  const withReports = acting({ city, contextOf, readPhoto })
  const withProblem = actingOnProblems({ city, contextOf, numberOf: withReports.numberOf })
  const perform = (moment: Moment) =>
    'problem' in moment ? withProblem(moment) : withReports.perform(moment)

  /** What happens in one day: story beside story, each in its own order. */
  async function playDay(moments: readonly Moment[]): Promise<void> {
    const stories = byStory(moments).values()
    const playNext = async () => {
      for (const story of stories) for (const moment of story) await perform(moment)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, playNext))
  }

  /** Lets the clock take all steps that are its own at a moment (milliseconds). */
  async function strike(at: number): Promise<void> {
    let run = { moved: 1, left: true }
    // A run that moves nothing has met only what cannot be moved.
    while (run.left && run.moved > 0) run = await advanceReports(clockContext(at))
  }

  /**
   * Plays scripts from their first moment to their last, and on to `until` when that is later. The clock strikes
   * every midnight: whatever is due is due at the end of a day.
   */
  async function play(told: Play, until = 0): Promise<void> {
    const moments = momentsOf(told, now)
    const [first, last] = [moments[0], moments.at(-1)]
    if (!first || !last) return
    const end = Math.max(last.at, until)
    const days = byDay(moments)
    for (let day = endOfCityDay(cityDate(first.at)); day - DAY_MS < end; day += DAY_MS) {
      await strike(day + 1 - DAY_MS)
      await playDay(days.get(day) ?? [])
    }
  }

  /** Lets the sweep suggest what may be common problems, as it does in a city at work. */
  async function suggest(): Promise<void> {
    for (let left = true; left;) left = (await suggestClusters(clockContext(now))).left
  }

  /**
   * The scans of the posters on the days before that of `now`, as many a day as people come by there. All in one transaction
   * with what else is to be written: a seeding that was cut short counts none of them twice.
   */
  async function scan(stations: readonly string[], besides: readonly Query<void>[]): Promise<void> {
    const counts = city.stations
      .filter(({ number }) => stations.includes(number))
      .flatMap(({ code }) =>
        Array.from({ length: SCAN_DAYS }, (_, day) => {
          const date = cityDate(now - (day + 1) * DAY_MS)
          return countScan(env.DB, code, date, scansOfDay(code, date))
        }),
      )
    await runBatch(env.DB, [...counts, ...besides])
  }

  /** Residents say which case they want in their district, an hour apart, the last one at the end. */
  async function wish(wishes: typeof DEMO_WISHES): Promise<void> {
    const people = wishes.flatMap(([slug, district, many]) =>
      Array.from({ length: many }, (_, index) => ({ slug, district, code: `${slug}-${district}-${index}` })),
    )
    for (const [index, { slug, district, code }] of people.entries()) {
      const at = now - (people.length - index) * HOUR_MS
      await wishForCase(await contextOf({ role: 'resident', code }, at), slug, { district })
    }
  }

  /** A station's officer says for two weeks who is there, two deputies a day by turns. */
  async function planDuty(station: string): Promise<void> {
    const ids = city.deputies.filter(({ stationNumber }) => stationNumber === station).map(({ id }) => id)
    const officer = await contextOf({ role: 'station', code: station }, now)
    for (let day = 0; day < DUTY_DAYS; day += 1) {
      const deputyIds = [0, 1].flatMap((place) => ids[(2 * day + place) % ids.length] ?? [])
      await changeDuty(officer, station, { date: cityDate(now + day * DAY_MS), deputyIds })
    }
  }

  return { play, strike, suggest, scan, wish, planDuty, close: dismiss }
}

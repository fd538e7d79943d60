import { seededRandom } from '../../worker/demo-city/seeded-random.ts'

/** Who passes a poster: fewer on a working day, more when people have time. Scans a day, from and by how many more. */
const USUAL = { weekday: [3, 6], weekend: [6, 9] } as const

/**
 * How often a poster is scanned on a day (YYYY-MM-DD): always the same for the same code and day. Now and then it rains
 * and hardly anybody stops, or there is a market beside it.
 */
export function scansOfDay(code: string, date: string): number {
  const seed = [...`${code}${date}`].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647,
    7,
  )
  const random = seededRandom(seed)
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  const [fewest, more] = USUAL[weekday === 0 || weekday === 6 ? 'weekend' : 'weekday']
  const usual = fewest + random.below(more)
  const weather = random.below(10)
  if (weather === 0) return random.below(2)
  return weather === 9 ? usual * 2 : usual
}

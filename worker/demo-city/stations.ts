import type { District, Station, Street } from './city-shape.ts'
import { COMMUNITY_NAMES, VILLAGE_NAMES } from './community-names.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'
import { toTraditional } from './traditional.ts'

const STATION_COUNT = 604
const SEED = 604
/** 北京街道 holds station 0001, the one the demonstration accounts belong to. */
const FIRST_STREET = '440104003'
const FIRST_CODE = 'K7Q2M9XA'
/** Crockford's alphabet: nothing that can be misread on a printed poster. */
const CODE_LETTERS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

/** Residents in tens of thousands, roughly: the more people, the more stations beyond one a street. */
const DISTRICT_WEIGHTS: Record<string, number> = {
  440103: 110,
  440104: 105,
  440105: 180,
  440106: 225,
  440111: 370,
  440112: 125,
  440113: 280,
  440114: 170,
  440115: 90,
  440117: 72,
  440118: 155,
}
/** How far stations lie from the middle of their street, in micro-degrees: old town, suburbs, countryside. */
const SPREADS: Record<string, number> = {
  440103: 3000,
  440104: 2500,
  440105: 4000,
  440106: 4500,
  440111: 8000,
  440112: 8000,
}
const WIDE_SPREAD = 14000

const HOURS = [
  '每周三 9:00–11:30',
  '每周四 15:00–17:30',
  '每周二、周五 9:00–11:30',
  '每月5日、20日 9:00–11:30',
  '每周六 9:30–11:30',
  '每月第一、第三个周三 15:00–17:30',
]

/** Splits the stations beyond one a street among the districts by weight; the largest remainders get the rest. */
function shareOut(districts: readonly District[], extra: number): Map<string, number> {
  const total = districts.reduce((sum, { code }) => sum + (DISTRICT_WEIGHTS[code] ?? 0), 0)
  const shares = districts.map(({ code }) => {
    const exact = (extra * (DISTRICT_WEIGHTS[code] ?? 0)) / total
    return { code, whole: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  let left = extra - shares.reduce((sum, { whole }) => sum + whole, 0)
  for (const share of [...shares].sort((a, b) => b.rest - a.rest)) {
    if (left > 0) share.whole += 1
    left -= 1
  }
  return new Map(shares.map(({ code, whole }) => [code, whole]))
}

/** 越秀 first and 北京街道 first within it, so that number 0001 lies there; everything else in order of code. */
function numberingOrder(streets: readonly Street[]): Street[] {
  const rank = ({ code, districtCode }: Street) =>
    code === FIRST_STREET ? 0 : districtCode === FIRST_STREET.slice(0, 6) ? 1 : 2
  return [...streets].sort((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code))
}

/** How many stations each street gets: one, and its turn in its district's share. */
function stationsPerStreet(districts: readonly District[], streets: readonly Street[]): Map<string, number> {
  const counts = new Map(streets.map(({ code }) => [code, 1]))
  for (const [districtCode, extra] of shareOut(districts, STATION_COUNT - streets.length)) {
    const own = streets.filter((street) => street.districtCode === districtCode)
    for (let turn = 0; turn < extra; turn += 1) {
      const code = own[turn % own.length]?.code ?? ''
      counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  return counts
}

/** The places of a street's stations: the central one, then communities, in towns villages by turns. */
function placeNames(street: Street, count: number, random: SeededRandom): string[] {
  const communities = random.sample(COMMUNITY_NAMES, count).map((name) => `${name}社区`)
  if (street.kind === 'street') return communities
  const villages = random.sample(VILLAGE_NAMES, count).map((name) => `${name}村`)
  return communities.map((community, index) => (index % 2 === 0 ? community : (villages[index] ?? community)))
}

function freshCode(taken: Set<string>, random: SeededRandom): string {
  const code = Array.from({ length: 8 }, () => random.pick(CODE_LETTERS)).join('')
  if (taken.has(code)) return freshCode(taken, random)
  taken.add(code)
  return code
}

/** The 604 stations in order of number. Names, codes, addresses and positions are made up. */
export function buildStations(districts: readonly District[], streets: readonly Street[]): Station[] {
  const random = seededRandom(SEED)
  const codes = new Set([FIRST_CODE])
  const counts = stationsPerStreet(districts, streets)
  const districtNames = new Map(districts.map(({ code, name }) => [code, name]))
  const stations: Station[] = []
  for (const street of numberingOrder(streets)) {
    const spread = SPREADS[street.districtCode] ?? WIDE_SPREAD
    const jitter = () => random.below(2 * spread + 1) - spread
    const centreHall = street.kind === 'town' ? '镇党群服务中心一楼' : '街道党群服务中心一楼'
    placeNames(street, counts.get(street.code) ?? 1, random).forEach((place, index) => {
      const central = index === 0
      const title = central ? '人大代表中心联络站' : `${place}人大代表联络站`
      const hall = central ? centreHall : `${place}党群服务站`
      stations.push({
        number: String(stations.length + 1).padStart(4, '0'),
        code: stations.length === 0 ? FIRST_CODE : freshCode(codes, random),
        name: street.name + title,
        nameHant: street.nameHant + toTraditional(title),
        districtCode: street.districtCode,
        streetCode: street.code,
        address: `${districtNames.get(street.districtCode)}${central ? street.name.replace(/街道$|镇$/, '') : street.name}${hall}`,
        latE6: street.latE6 + (central ? 0 : jitter()),
        lngE6: street.lngE6 + (central ? 0 : jitter()),
        hours: central ? '工作日 9:00–17:00' : random.pick(HOURS),
      })
    })
  }
  return stations
}

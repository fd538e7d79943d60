import type { Deputy, DeputyLevel, Station, Street } from './city-shape.ts'
import { makeUpName } from './person-names.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'
import { toTraditional } from './traditional.ts'

const DEPUTY_COUNT = 7200
const FEWEST_PER_STATION = 8
const MOST_PER_STATION = 20
/** Drawn so that the deputies of the demonstration accounts are ordinary people of the city's congress. */
const SEED = 7715

const CITY_TITLES =
  `社区医生 小学教师 中学教师 幼儿园园长 护士长 环卫工人 公交司机 地铁站长 快递员 律师 工程师 建筑师 社区党委书记
  居委会主任 物业经理 餐饮店主 非遗传承人 大学教师 科研人员 软件工程师 企业负责人 银行职员 退役军人 社工 图书馆员
  供电工人 供水工人 中医师 药师 记者 设计师 会计师 厨师 制衣工人 汽修技师 养老院院长 残疾人专职委员 体育教练
  园林工人 救助志愿者`.split(/\s+/)
const TOWN_TITLES =
  `村党支部书记 村委会主任 菜农 花农 果农 养殖户 乡村医生 乡村教师 农技员 合作社负责人 民宿店主 护林员 水利员
  镇卫生院医生 农机手 茶农 食品厂工人 电商店主 妇联干部 社工 企业负责人 退役军人 小学教师`.split(/\s+/)

const LEVELS: readonly DeputyLevel[] = ['nation', 'province', 'city', 'district', 'town']

/** Few sit in Beijing or in the province's congress, most in the district's; town congresses exist in towns only. */
function drawLevel(inTown: boolean, random: SeededRandom): DeputyLevel {
  const lot = random.below(1000)
  if (lot < 3) return 'nation'
  if (lot < 23) return 'province'
  if (lot < 105) return 'city'
  return inTown && lot < 650 ? 'town' : 'district'
}

/** How many deputies each station has: at least 8, all together 7,200. */
function headcounts(stations: number, random: SeededRandom): number[] {
  const counts = Array.from({ length: stations }, () => FEWEST_PER_STATION)
  for (let left = DEPUTY_COUNT - stations * FEWEST_PER_STATION; left > 0;) {
    const index = random.below(stations)
    const count = counts[index] ?? MOST_PER_STATION
    if (count >= MOST_PER_STATION) continue
    counts[index] = count + 1
    left -= 1
  }
  return counts
}

/** The 7,200 deputies, all made up, station by station, the highest level first. */
export function buildDeputies(stations: readonly Station[], streets: readonly Street[]): Deputy[] {
  const random = seededRandom(SEED)
  const towns = new Set(streets.filter(({ kind }) => kind === 'town').map(({ code }) => code))
  const counts = headcounts(stations.length, random)
  const taken = new Set<string>()
  return stations.flatMap(({ number, streetCode }, index) => {
    const inTown = towns.has(streetCode)
    const titles = random.sample(inTown ? TOWN_TITLES : CITY_TITLES, counts[index] ?? FEWEST_PER_STATION)
    const people = titles.map((title) => ({
      ...makeUpName(taken, random),
      level: drawLevel(inTown, random),
      title,
    }))
    people.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
    return people.map(({ name, nameHant, level, title }, place) => ({
      id: `d-${number}-${String(place + 1).padStart(2, '0')}`,
      stationNumber: number,
      name,
      nameHant,
      level,
      title,
      titleHant: toTraditional(title),
    }))
  })
}

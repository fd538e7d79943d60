import type { DemoReport } from './report-script-shape.ts'
import { assign, rate, sign } from './script-steps.ts'

const opinion = { channel: 'opinion' } as const
const paving = { ...opinion, stationNumber: '0113', categoryCode: 'road-damage' } as const
const crossing = { ...opinion, stationNumber: '0052', categoryCode: 'traffic-signal' } as const
const lamps = { ...opinion, stationNumber: '0001', categoryCode: 'street-lighting' } as const
const bikes = { ...opinion, stationNumber: '0149', categoryCode: 'shared-bikes' } as const
const buses = { ...opinion, stationNumber: '0335', categoryCode: 'bus-service' } as const

/**
 * Neighbours who say the same without knowing of each other: what the supervisor finds suggested as common problems
 * (`paving`, `crossing`), or has made topics of (`lamps`, `bikes`, `buses`; see `problem-scripts.ts`).
 */
export const ALIKE_REPORTS: readonly DemoReport[] = [
  {
    ...paving,
    key: 'paving-market-side',
    daysAgo: 4.6,
    answers: { kind: 'paving' },
    text: '同福中路菜市场外，人行道的地砖松动，一脚踩下去就溅起泥水，买菜的老人踩空崴过脚。',
    place: { lat: 23.1046, lng: 113.2709, address: '同福中路菜市场外人行道' },
    steps: [assign(5, 'haizhu-housing-construction', 'ordinary'), sign(6)],
  },
  {
    ...paving,
    key: 'paving-bus-stop',
    daysAgo: 3.3,
    answers: { kind: 'paving' },
    text: '同福中路公交站旁，人行道的地砖松动了好几块，雨后踩下去溅起泥水，拉买菜车更是一步一颠。',
    place: { lat: 23.1049, lng: 113.2716, address: '同福中路公交站旁' },
    steps: [assign(4, 'haizhu-housing-construction', 'ordinary')],
  },
  {
    ...paving,
    key: 'paving-school-side',
    daysAgo: 0.8,
    answers: { kind: 'paving' },
    text: '送孩子上学经过同福中路，人行道的地砖松动，翘起来一角，孩子踩下去绊了一跤，膝盖擦破了皮。',
    place: { lat: 23.1052, lng: 113.2722, address: '同福中路小学路口' },
    steps: [],
  },
  {
    ...crossing,
    key: 'green-too-short',
    daysAgo: 6.2,
    text: '龙津西路市场口的行人绿灯太短，只有十几秒，老人走到路中间就变红灯，车已经起步了。',
    place: { lat: 23.1202, lng: 113.2381, address: '龙津西路市场口' },
    steps: [assign(5, 'liwan-traffic-police', 'simple'), sign(5)],
  },
  {
    ...crossing,
    key: 'green-and-wheelchair',
    daysAgo: 4.1,
    text: '每天推轮椅过龙津西路，市场口的行人绿灯才十几秒，总是走到路中间就变红灯，只好停在车流里。',
    place: { lat: 23.1203, lng: 113.2382, address: '龙津西路市场口' },
    steps: [assign(6, 'liwan-traffic-police', 'simple')],
  },
  {
    ...crossing,
    key: 'green-after-school',
    daysAgo: 0.9,
    text: '放学时龙津西路市场口排着一队小学生，行人绿灯太短，前面的走到路中间，后面的还没下台阶。',
    place: { lat: 23.1201, lng: 113.238, address: '龙津西路市场口' },
    steps: [],
  },
  {
    ...lamps,
    key: 'lamps-again-gate',
    daysAgo: 7.4,
    answers: { extent: 'some' },
    text: '德政中路内街口的路灯，上个月修好没几天又灭了，晚上进内街像钻山洞一样，老人不敢出门。',
    place: { lat: 23.1236, lng: 113.2734, address: '德政中路内街口' },
    steps: [assign(4, 'yuexiu-housing-construction', 'ordinary'), sign(4)],
  },
  {
    ...lamps,
    key: 'lamps-again-stairs',
    daysAgo: 6.3,
    answers: { extent: 'some' },
    text: '德政中路内街的路灯修好没几天又灭了，下夜班回家看不见石阶，昨晚踩空了一级，差点摔下去。',
    place: { lat: 23.1234, lng: 113.2737, address: '德政中路内街石阶旁' },
    steps: [assign(5, 'yuexiu-housing-construction', 'ordinary'), sign(6)],
  },
  {
    ...lamps,
    key: 'lamps-again-shop',
    daysAgo: 5.2,
    answers: { extent: 'all' },
    text: '我在德政中路内街开小店，门口一排路灯修好又灭，灭了又修，一下雨准灭，怕是线路的问题。',
    place: { lat: 23.1232, lng: 113.2738, address: '德政中路内街小店门口' },
    steps: [assign(3, 'yuexiu-housing-construction', 'ordinary'), sign(5)],
  },
  {
    ...lamps,
    key: 'lamps-again-rain',
    daysAgo: 4.4,
    answers: { extent: 'all' },
    text: '德政中路内街一下雨路灯就灭，天晴修好，再下雨又灭，孩子下晚自习都要大人打手电去接。',
    place: { lat: 23.1233, lng: 113.2736, address: '德政中路内街中段' },
    steps: [assign(5, 'yuexiu-housing-construction', 'ordinary')],
  },
  {
    ...bikes,
    key: 'bikes-metro-mouth',
    daysAgo: 19,
    photo: 'bike-pile',
    text: '五山地铁口的共享单车堆满人行道，早上赶车的人只能走到机动车道上，很危险。',
    place: { lat: 23.1551, lng: 113.3449, address: '五山地铁口' },
    steps: [
      assign(5, 'tianhe-urban-management', 'complex'),
      sign(6),
      rate(349, 'pleased', '现在出站口宽敞多了，推婴儿车也能过。'),
    ],
  },
  {
    ...bikes,
    key: 'bikes-on-blind-path',
    daysAgo: 17.2,
    text: '五山地铁口旁的盲道被共享单车堆满了，人行道也走不通，每天早上都这样。',
    place: { lat: 23.1552, lng: 113.3451, address: '五山地铁口盲道' },
    steps: [assign(6, 'tianhe-urban-management', 'complex'), sign(5)],
  },
  {
    ...bikes,
    key: 'bikes-and-pram',
    daysAgo: 15.8,
    text: '推婴儿车从五山地铁口出来，共享单车堆满人行道，要请人帮忙抬过去，能不能划个停车区？',
    place: { lat: 23.155, lng: 113.3447, address: '五山地铁口' },
    steps: [assign(4, 'tianhe-urban-management', 'complex'), sign(4)],
  },
  {
    ...buses,
    key: 'last-bus-from-harbour',
    daysAgo: 12.3,
    answers: { line: '鱼珠码头往大沙地方向' },
    text: '鱼珠码头的末班车晚上九点就没有了，我们码头工人十点下班，只能走四公里回家。',
    place: { lat: 23.1079, lng: 113.4258, address: '鱼珠码头公交站' },
    steps: [assign(5, 'city-bus', 'complex'), sign(7)],
  },
  {
    ...buses,
    key: 'last-bus-night-shift',
    daysAgo: 11.1,
    answers: { line: '鱼珠码头往大沙地方向' },
    text: '在鱼珠码头上夜班，末班车晚上九点就没有了，女工下班不敢一个人走，盼着加一班晚一点的。',
    place: { lat: 23.1081, lng: 113.4256, address: '鱼珠码头公交站' },
    steps: [assign(4, 'city-bus', 'complex'), sign(6)],
  },
  {
    ...buses,
    key: 'last-bus-school',
    daysAgo: 9.6,
    text: '孩子在大沙地上晚自习，回鱼珠码头的末班车晚上九点就没有了，家长只好骑车来回接。',
    place: { lat: 23.1078, lng: 113.4261, address: '鱼珠码头公交站对面' },
    steps: [assign(5, 'city-bus', 'complex')],
  },
]

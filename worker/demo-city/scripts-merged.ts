import type { DemoReport } from './report-script-shape.ts'
import { approve, assign, finish, merge, rate, sign, unmerge } from './script-steps.ts'

const first = { channel: 'opinion', stationNumber: '0001' } as const
const leak = { ...first, categoryCode: 'tap-water' } as const
const lorries = { channel: 'opinion', categoryCode: 'parking' } as const

/** One thing that several people have said: one report leads, the others follow it to its answer. */
export const MERGED_REPORTS: readonly DemoReport[] = [
  {
    ...leak,
    key: 'water-through-paving',
    daysAgo: 2.4,
    answers: { problem: 'leak' },
    text: '文德南路人行道的砖缝里一直往外冒水，三天了，水流到马路上，晚上散步的老人都要绕着走。',
    place: { lat: 23.1228, lng: 113.2718, address: '文德南路人行道' },
    steps: [assign(3, 'city-water', 'ordinary'), sign(5)],
  },
  {
    ...leak,
    key: 'water-outside-bakery',
    daysAgo: 2.1,
    answers: { problem: 'leak' },
    text: '面包店门口的地砖下面漏水，我们只好铺木板进出，已经打湿了两袋面粉，请快点来修。',
    place: { lat: 23.1229, lng: 113.2719, address: '文德南路面包店门口' },
    steps: [
      merge(4, 'water-through-paving', '和前一位街坊说的是同一处漏水，并在一起办，办好了同样答复您。'),
    ],
  },
  {
    ...leak,
    key: 'water-pressure-gone',
    daysAgo: 1.7,
    answers: { problem: 'weak' },
    text: '文德南路这一排从昨天起水压很小，二楼以上热水器打不着，早上洗脸都要等半天。',
    place: { lat: 23.1231, lng: 113.2717, address: '文德南路骑楼二楼' },
    steps: [
      assign(2, 'city-water', 'simple'),
      merge(6, 'water-through-paving', '供水师傅说是同一条水管漏水引起的，修好漏点水压就会恢复。'),
    ],
  },
  {
    ...leak,
    key: 'yellow-water',
    daysAgo: 2,
    answers: { problem: 'dirty' },
    text: '早上第一桶水是黄的，放十几分钟才变清，家里有刚满月的孩子，不敢用来冲奶粉。',
    place: { lat: 23.1233, lng: 113.2721, address: '文德南路旁宿舍楼' },
    steps: [
      merge(5, 'water-through-paving', '可能与附近水管漏水有关，先并在一起查。'),
      unmerge(14, '师傅到楼里看过：是这栋楼的水箱生锈，与路面漏水无关，分开单独办理。'),
      assign(2, 'city-water', 'ordinary'),
      sign(3),
    ],
  },
  {
    ...lorries,
    key: 'lorries-in-the-lane',
    stationNumber: '0002',
    daysAgo: 9,
    text: '福源社区的巷口每天早上被送货车堵死，上学的孩子从车缝里钻过去，请定个时间让货车错开。',
    place: { lat: 23.1269, lng: 113.2704, address: '福源社区巷口' },
    steps: [
      assign(5, 'yuexiu-traffic-police', 'ordinary'),
      sign(6),
      finish(
        70,
        '已和附近十一家店商定：早上七点到八点半不卸货，巷口画了黄网格，这段时间有交警和店家志愿者值守。头三天我们都在现场，巷口是通的。',
      ),
      approve(9),
      rate(20, 'pleased', '孩子这几天自己走去学校了。'),
    ],
  },
  {
    ...lorries,
    key: 'lorries-and-wheelchair',
    stationNumber: '0002',
    daysAgo: 8.2,
    text: '推轮椅送母亲去做透析，早上巷口总被货车挡住，要倒回去绕一大圈，每次都怕赶不上时间。',
    place: { lat: 23.127, lng: 113.2705, address: '福源社区巷口' },
    steps: [
      merge(6, 'lorries-in-the-lane', '与前一位街坊反映的是同一处，并在一起办，答复会同样给您。'),
      rate(90, 'pleased', '这周三次都准时到，谢谢。'),
    ],
  },
  {
    ...lorries,
    key: 'lorries-at-dawn',
    stationNumber: '0001',
    daysAgo: 7.6,
    text: '福源社区那条巷的货车早上不熄火，尾气往一楼窗里灌，还把垃圾车挡在外面，收不了垃圾。',
    place: { lat: 23.1268, lng: 113.2703, address: '福源社区巷内一楼' },
    steps: [
      merge(
        20,
        'lorries-in-the-lane',
        '两个联络站收到的是同一件事，由福源社区那一件带着办。',
        'supervisor',
      ),
    ],
  },
]

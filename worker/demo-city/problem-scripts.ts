import type { DemoProblem } from './problem-script-shape.ts'

/** What deputies told the supervisor of, and what the supervisor made topics of. */
export const DEMO_PROBLEMS: readonly DemoProblem[] = [
  {
    key: 'bikes-at-wushan',
    stationNumber: '0149',
    categoryCode: 'shared-bikes',
    reports: ['bikes-metro-mouth', 'bikes-on-blind-path', 'bikes-and-pram'],
    daysAgo: 14.5,
    steps: [
      {
        afterHours: 2,
        action: 'open',
        title: '五山地铁口共享单车占满人行道',
        text: '三位街坊说的是同一个出口：早高峰单车停不下，盲道和人行道都走不通。单靠当天清走，第二天又满。',
      },
      {
        afterHours: 3,
        action: 'order',
        bodyCode: 'tianhe-urban-management',
        days: 10,
        text: '请商地铁站和单车企业，定出停车区和早高峰的摆放安排，并说明多久能见效。',
      },
      {
        afterHours: 192,
        action: 'answer',
        text: '站口东侧新划停车区三处，可停180辆；盲道两侧设为禁停区，车停进来锁不上。企业早上七点到九点各派两人摆放，我们每周抽查两次，连看五个早高峰，盲道都是通的。',
      },
      { afterHours: 20, action: 'approve' },
      {
        afterHours: 26,
        action: 'propose',
        text: '建议全区其他地铁站出口照此办法逐个核对停车位和早高峰车数，位置不够的先划停车区。\n建议把盲道两侧设为电子禁停区写进与单车企业的年度约定。\n建议每半年公布一次抽查结果。',
      },
    ],
  },
  {
    key: 'last-bus-at-harbour',
    stationNumber: '0335',
    categoryCode: 'bus-service',
    reports: ['last-bus-from-harbour', 'last-bus-night-shift', 'last-bus-school'],
    daysAgo: 8.5,
    steps: [
      {
        afterHours: 3,
        action: 'open',
        title: '鱼珠码头末班车太早',
        text: '三位街坊说的是同一趟车：末班车晚上九点开出，码头十点下班、学校九点半下晚自习，都赶不上。',
      },
      {
        afterHours: 2,
        action: 'order',
        bodyCode: 'city-bus',
        days: 12,
        text: '请按码头和学校的下班、放学时间核一次客流，给出末班车延后的办法和开始的日期。',
      },
      {
        afterHours: 170,
        action: 'answer',
        text: '连看一周客流：九点后码头每晚有四十多人走路回家。从下周一起末班车延到十点二十分，周五、周六再加十点五十分一班，时刻表已贴到站牌上。试行两个月，客流够就长期开。',
      },
    ],
  },
  {
    key: 'lamps-of-dezheng-lane',
    stationNumber: '0001',
    categoryCode: 'street-lighting',
    reports: ['lamps-again-gate', 'lamps-again-stairs', 'lamps-again-shop', 'lamps-again-rain'],
    daysAgo: 3.9,
    steps: [
      {
        afterHours: 1,
        action: 'tell',
        text: '德政中路内街的路灯，一周里四位街坊来反映，都是修好几天又灭。我晚上去看过，雨后整段不亮，像是线路老化，单换灯头没有用。',
      },
      {
        afterHours: 18,
        action: 'open',
        title: '德政中路内街路灯反复熄灭',
        text: '四件反映说的是同一段内街：灯修好几天又灭，雨后整段不亮。代表到现场看过，怀疑线路老化，需要一次查清。',
      },
      {
        afterHours: 2,
        action: 'order',
        bodyCode: 'yuexiu-housing-construction',
        days: 14,
        text: '请把这一段的线路和控制箱整体检查一遍，说明反复熄灭的原因和彻底修好的日期，修好前先装临时照明。',
      },
      {
        afterHours: 26,
        action: 'propose',
        text: '建议对使用二十年以上的内街路灯线路做一次普查，先查报修三次以上的路段。\n建议路灯报修同一处一个月内超过两次的，不再只换灯头，由维护单位查线路并留下记录。\n建议改造计划和进度在街道公示栏公布。',
      },
    ],
  },
  {
    key: 'kerbs-without-ramps',
    stationNumber: '0001',
    categoryCode: 'barrier-free',
    reports: ['metro-mouth-kerb', 'ramp-at-clinic'],
    daysAgo: 0.4,
    steps: [
      {
        afterHours: 1,
        action: 'tell',
        text: '社区医院门口、地铁口到斑马线，都差一个小坡道，轮椅和婴儿车上不去。两处归不同单位管，问下来都说不是自己的，建议请人大督办一起看。',
      },
    ],
  },
]

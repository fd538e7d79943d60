import type { DemoReport } from './report-script-shape.ts'
import {
  appeal, approve, ask, assign, assignDeputy, bounce, decline, extend, finish, grant, note, publish, rate, sendBack,
  sign, supplement, watch, withdraw,
} from './script-steps.ts'

const HOUSING = 'yuexiu-housing-construction'
const CITY_MANAGEMENT = 'yuexiu-urban-management'
const STREET = 'street-440104003'
const base = { channel: 'opinion', stationNumber: '0001' } as const

/** What residents brought to station 0001, 北京街道: the inbox of `station.demo` and of `body.demo`. */
export const FIRST_STATION_REPORTS: readonly DemoReport[] = [
  {
    ...base, key: 'lamp-wenming-road', categoryCode: 'street-lighting', daysAgo: 46, consentPublic: true,
    text: '文明路靠近德政中路那一段,有盏路灯坏了快一个星期。我们几个老街坊晚上跳完舞回家要摸黑走,怕摔跤,麻烦派人来看看。',
    place: { lat: 23.1247, lng: 113.2718, address: '文明路靠近德政中路口,公交站往东约20米' },
    photo: 'lamp-broken', answers: { extent: 'one' },
    steps: [
      assign(3, HOUSING, 'simple'), sign(2),
      finish(26, '昨晚已换好灯头,并顺路检查了前后六盏,都亮了。这盏灯坏了一周没被发现,是因为夜间巡查隔周才到这段路,我们已改为每周一次。谢谢您提醒。', ['lamp-mended']),
      approve(5), rate(9, 'pleased', '当晚就亮了,谢谢师傅!'), publish(4, ['lamp-broken', 'lamp-mended']),
    ],
  },
  {
    ...base, key: 'lamp-longzang-street', categoryCode: 'street-lighting', daysAgo: 2,
    text: '龙藏街里面两盏路灯都不亮,孙女下晚自习要走这条巷,我每晚打着手电筒去接。盼着能早点修好。',
    place: { lat: 23.1261, lng: 113.2667, address: '龙藏街中段' },
    photo: 'lamp-broken', answers: { extent: 'some' },
    steps: [assign(4, HOUSING, 'simple'), sign(3)],
  },
  {
    ...base, key: 'lamp-flickering', categoryCode: 'street-lighting', daysAgo: 0.9,
    text: '惠福东路骑楼下有一盏灯一闪一闪的,晃得楼上老人睡不着。灯杆上写着编号末尾是37。',
    place: { lat: 23.1238, lng: 113.2676, address: '惠福东路骑楼段' },
    answers: { extent: 'one', pole: '末尾37' },
    steps: [assign(3, HOUSING, 'simple')],
  },
  {
    ...base, key: 'lamp-dark-stretch', categoryCode: 'street-lighting', daysAgo: 12,
    text: '珠光路到文德南路拐角整段都黑着,上星期报过一次没人来。昨晚一位阿婆在那里绊了一下,幸好没事。请尽快处理。',
    place: { lat: 23.1213, lng: 113.2726, address: '珠光路与文德南路转角' },
    photo: 'lamp-broken', answers: { extent: 'all' },
    steps: [assign(5, HOUSING, 'simple'), sign(20), watch(150, 'supervisor')],
  },
  {
    ...base, key: 'lamp-behind-leaves', categoryCode: 'street-lighting', daysAgo: 3,
    text: '西湖路一盏路灯是亮的,但被榕树叶子整个包住了,照不到地上。修一修树枝或者换个位置都好。',
    place: { lat: 23.1262, lng: 113.2684, address: '西湖路近教育路口' },
    answers: { extent: 'one' },
    steps: [
      assign(3, HOUSING, 'simple'), sign(2),
      finish(40, '我们请园林的师傅一起来,把遮住灯头的枝叶修掉了,现在人行道照得到。榕树长得快,已约好每季度修一次。', ['lamp-mended']),
    ],
  },
  {
    ...base, key: 'lamp-out-again', categoryCode: 'street-lighting', daysAgo: 13,
    text: '大马站路小学后门那盏灯修好两天又灭了。冬天天黑得早,家长接孩子看不清台阶,希望这次能查清原因。',
    place: { lat: 23.1279, lng: 113.2669, address: '大马站路小学后门' },
    photo: 'lamp-broken', answers: { extent: 'one' },
    steps: [
      assign(4, HOUSING, 'simple'), sign(5),
      finish(48, '已更换灯泡和保险,当晚试亮正常。', ['lamp-mended']), approve(6),
      rate(60, 'dissatisfied', '亮了三晚又灭了,光换灯泡不行,请查查线路。'),
    ],
  },
  {
    ...base, key: 'manhole-danan-road', categoryCode: 'manhole-cover', daysAgo: 33, consentPublic: true,
    text: '大南路菜市场门口的井盖裂成两半,买菜的人都绕着走。我搬了张旧凳子挡在上面,请快点换新的。',
    place: { lat: 23.1226, lng: 113.2688, address: '大南路肉菜市场门口' },
    photo: 'manhole-open', answers: { danger: true, owner: '雨水' },
    steps: [
      assign(1, HOUSING, 'simple'), sign(1),
      finish(5, '接到后一小时内围了护栏,当天下午换上了防坠落的新井盖,下面还加了防护网。您的凳子我们擦干净放回市场门卫室了,谢谢您先替大家挡住。', ['manhole-mended']),
      approve(2), rate(20, 'pleased', '连凳子都还给我,有心了。'), publish(5, ['manhole-open', 'manhole-mended']),
    ],
  },
  {
    ...base, key: 'manhole-rattling', categoryCode: 'manhole-cover', daysAgo: 0.6,
    text: '教育路一个井盖车一压就“哐”一声,夜里听得特别清楚,我家在三楼,已经几晚没睡好。',
    place: { lat: 23.1268, lng: 113.2672, address: '教育路中段快车道' },
    answers: { danger: false },
    steps: [assign(2, HOUSING, 'simple'), sign(1)],
  },
  {
    ...base, key: 'lift-ninth-floor', categoryCode: 'lift-retrofit', daysAgo: 58,
    text: '我们楼九层没有电梯,八楼的老伯坐轮椅,一年没下过楼。街坊大多同意加装,就差两户,不知道下一步怎么走。',
    place: { lat: 23.1252, lng: 113.2703, address: '文德路旁一幢九层宿舍楼' },
    answers: { stage: 'consent', floors: '九层、十八户' },
    steps: [
      assign(6, HOUSING, 'complex'), sign(8),
      extend(200, 5, '两户低层街坊担心采光,要请设计单位现场量一量再谈。'), grant(6),
      finish(230, '我们请设计单位做了两次现场说明会,电梯改用玻璃井道、往外移了80厘米,低层的采光够标准。一户已经同意,另一户愿意再看样板。全部资料已交给业主代表,签齐后一个窗口就能报批,我们派专人陪着办。', undefined),
      approve(20), rate(30, 'content though unsolved', '虽然还没装上,但有人真的坐下来跟我们谈,心里踏实了。'),
    ],
  },
  {
    ...base, key: 'lift-shaft-pipe', categoryCode: 'lift-retrofit', daysAgo: 24,
    text: '加装电梯开工挖到一条旧水管,停了半个月没动静,围板把单元门口挡得只剩一人宽,买菜推车都过不去。',
    place: { lat: 23.1241, lng: 113.2695, address: '北京路南段后街住宅' },
    answers: { stage: 'building' },
    steps: [
      assign(5, HOUSING, 'complex'), sign(4),
      extend(300, 6, '旧水管属于供水单位,改管要等停水通知满三天,申请延六个工作日。'),
    ],
  },
  {
    ...base, key: 'sofa-at-corner', categoryCode: 'litter-heap', daysAgo: 0.2,
    text: '仰忠街转角又堆了三张旧沙发和一张床垫,昨晚下雨泡得发臭,小朋友上学都要捂着鼻子过。',
    place: { lat: 23.1222, lng: 113.2712, address: '仰忠街转角' },
    photo: 'litter-heap', steps: [],
  },
  {
    ...base, key: 'ramp-at-clinic', categoryCode: 'barrier-free', daysAgo: 0.7,
    text: '社区医院门口有三级台阶没有坡道,我推老伴的轮椅去拿药,每次都要等路人帮忙抬。能不能做个小斜坡?',
    place: { lat: 23.1258, lng: 113.2708, address: '社区卫生服务中心正门' },
    answers: { who: 'wheelchair' }, steps: [],
  },
  {
    ...base, key: 'bench-by-the-road', categoryCode: 'idea-other', daysAgo: 6, consentPublic: true,
    text: '北京路步行街走一圈一个多小时,老人走累了没处坐。建议骑楼下每隔一百米放一张带扶手的长凳。',
    steps: [],
  },
  {
    ...base, key: 'weak-water-top-floor', categoryCode: 'tap-water', daysAgo: 1.5,
    text: '我家住顶楼,最近一到傍晚水就细得像线,热水器都打不着火,洗个澡要等到十点以后。',
    answers: { problem: 'weak' },
    steps: [ask(4, '麻烦补充一下:您家在哪条街、哪栋楼?是整栋楼都这样,还是只有您一户?这样供水师傅可以直接去查。')],
  },
  {
    ...base, key: 'night-drilling', categoryCode: 'construction-noise', daysAgo: 3, answers: { time: 'night' },
    text: '附近工地连着几晚施工到十一点半,电钻声震得窗户都响,家里有备考的孩子和八十岁的老人。',
    steps: [
      ask(3, '请问是哪个工地?看得到围板上的名字吗?附近有什么路口也可以。'),
      supplement(18, '围板上写着“某某商业楼改造”,在文德北路和中山四路路口那边,昨晚又做到十一点多。'),
    ],
  },
  {
    ...base, key: 'metro-mouth-kerb', categoryCode: 'barrier-free', daysAgo: 4,
    text: '地铁口出来到斑马线中间有一道十几厘米的路牙,婴儿车和轮椅都上不去,每天好多人在那里抬车。',
    place: { lat: 23.1243, lng: 113.2679, address: '地铁口至惠福东路斑马线' }, answers: { who: 'pram' },
    steps: [
      assign(5, HOUSING, 'ordinary'),
      bounce(9, '现场看过,这段路牙在地铁出入口的用地红线以内,由地铁公司养护,我们不能动工,建议转给他们。', 'city-metro'),
    ],
  },
  {
    ...base, key: 'leaves-and-boxes', categoryCode: 'litter-heap', daysAgo: 11, photo: 'litter-heap',
    text: '后巷垃圾桶旁边每天早上都堆满纸箱和菜叶,保洁阿姨一个人扫不过来,天热时味道直往二楼窗户里飘。',
    place: { lat: 23.1234, lng: 113.2701, address: '北京路后巷垃圾桶旁' },
    steps: [
      assign(6, CITY_MANAGEMENT, 'simple'),
      bounce(5, '后巷的日常保洁由街道的环卫站安排,请转街道办,我们可以派洒水车配合。', STREET),
      note(2, '两边都打过电话:保洁归街道,洒水车城管同意来。'),
      assign(3, STREET, 'simple'), sign(3),
      finish(50, '早上七点加了一趟清运,纸箱由旁边三家店叠好再交。城管的洒水车每周一、周四来冲地。我们连看了三天,早上八点前巷子是干净的。', ['litter-cleared']),
      approve(7),
    ],
  },
  {
    ...base, key: 'water-in-the-lane', categoryCode: 'waterlogging', daysAgo: 29, photo: 'waterlogged-road', answers: { when: 'always' },
    text: '高第街西口一下雨就积水到脚踝,垫的砖头都漂起来。店家和街坊只好赤脚过,已经好几年了。',
    place: { lat: 23.1219, lng: 113.2671, address: '高第街西口' },
    steps: [
      assign(4, 'yuexiu-water', 'ordinary'), sign(6),
      finish(90, '已疏通两个雨水口,清出淤泥半车,并更换了破损的雨水篦子。', ['road-drained']), approve(8),
      rate(150, 'dissatisfied', '小雨是好了,前天一场大雨又浸到门口。是不是管子太细?'),
      sign(10), extend(60, 10, '用管道机器人查了,地下有30米管径偏小,要换大一号的管,需与供电、通信的管线错开。'),
    ],
  },
  {
    ...base, key: 'sewage-by-kitchen', categoryCode: 'sewer-overflow', daysAgo: 50, photo: 'waterlogged-road', consentPublic: true,
    text: '楼下化粪池满了,污水顺着天井流到一楼厨房门口,一楼的阿伯天天用水冲。物业说要等公家来。',
    place: { lat: 23.1249, lng: 113.2661, address: '惠福东路内街天井' },
    steps: [
      assign(2, 'yuexiu-water', 'simple'), sign(3), finish(40, '已派吸污车抽清化粪池,污水停止外溢。', ['road-drained']),
      approve(5), rate(70, 'dissatisfied', '抽完管了四天,又开始冒了,应该是管道塌了。'),
      sign(4), finish(60, '您说得对,开挖后发现出户管断了一截,树根长进去了。已换新管六米,通水试了一天没有再冒。一楼厨房门口的地面也一并补平。', ['road-drained']),
      approve(6), rate(96, 'pleased', '这次挖开来修,彻底好了。'), publish(3, ['road-drained']),
    ],
  },
  {
    ...base, key: 'noise-from-cooling-tower', categoryCode: 'construction-noise', daysAgo: 54, answers: { time: 'noon' },
    text: '隔壁大厦改造,中午一点就开始敲打,我们这栋楼住的多是老人,午觉没法睡,血压都高了。',
    steps: [
      assign(5, 'yuexiu-ecology', 'simple'), sign(5), finish(50, '已现场检查并口头提醒施工单位注意作业时间。'), approve(8),
      rate(40, 'dissatisfied', '提醒完安静了一天,第二天照旧。'),
      sign(12), finish(60, '再次到现场,要求施工单位书面承诺中午12点到2点半不做敲打作业。'), approve(9),
      rate(200, 'dissatisfied', '承诺贴在门口,中午还是敲,我录了音。'),
      approve(30, 'supervisor'),
      rate(24, 'solved but dissatisfied', '最后是停了,可是拖了一个多月,希望以后第一次就管到位。'),
    ],
  },
  {
    ...base, key: 'dust-from-demolition', categoryCode: 'cooking-fumes', daysAgo: 31,
    text: '楼下新开的烧烤店烟管对着我们的阳台,晚上衣服晾出去全是油烟味,窗户半年没敢开。',
    place: { lat: 23.1231, lng: 113.2685, address: '惠福美食街后排住宅' },
    steps: [
      assign(4, 'yuexiu-ecology', 'ordinary'), sign(7), finish(96, '已责令店家清洗油烟净化器。'), approve(6),
      rate(50, 'dissatisfied', '洗了两天又冒,关键是烟管方向不对。'),
      sign(9), finish(110, '店家已加高烟管,复测浓度达标。'), approve(8),
      rate(100, 'dissatisfied', '加高了还是朝着我家,只是换成吹到五楼。'),
    ],
  },
  {
    ...base, key: 'smell-of-gas', categoryCode: 'gas-safety', daysAgo: 9, answers: { smell: true },
    text: '楼梯间闻到很浓的煤气味,已经有半个钟头,邻居都说闻到,不知道该找谁,先在这里报一下。',
    steps: [decline(0.2, 'emergency', '这是急事,请马上开窗、不要开关电器、带家人到楼下空旷处,再打110或119。我们已同时替您打了119并通知燃气抢修。人平安最要紧。')],
  },
  {
    ...base, key: 'old-rent-quarrel', categoryCode: 'property-management', daysAgo: 6,
    text: '我们小区的公共收益三年没有公布过,广告位、停车费收了多少谁也不知道,问物业总说下个月。',
    steps: [
      decline(8, 'personal_case', '看上去是您与物业之间的费用纠纷,可向社区人民调解委员会申请调解。'),
      appeal(20, '这不是我一家的费用,是全小区三百多户的公共收益没有公布,请再看一看。'),
    ],
  },
  {
    ...base, key: 'gate-locked-at-night', categoryCode: 'property-management', daysAgo: 10,
    text: '小区后门晚上九点就锁,上夜班的人要绕十五分钟。万一着火,后面两栋楼从哪里跑?',
    place: { lat: 23.1265, lng: 113.2712, address: '文德北路旁住宅小区后门' },
    steps: [
      decline(10, 'other', '后门开关时间由小区业主自己商定,请先向业委会提出。'),
      appeal(15, '我提的是着火时的出路,不只是方便,请督办的同志看一看。'),
      assign(9, HOUSING, 'ordinary', 'supervisor'), sign(6),
    ],
  },
  {
    ...base, key: 'bikes-gone-already', categoryCode: 'shared-bikes', daysAgo: 7, photo: 'bike-pile',
    text: '人民公园门口共享单车堆了三层,盲道全占满,一位拿盲杖的先生在那里站了好久才绕过去。',
    place: { lat: 23.1285, lng: 113.2655, address: '人民公园南门' },
    steps: [assign(4, CITY_MANAGEMENT, 'simple'), withdraw(6, '刚路过看到已经有人来摆好了,谢谢,不用再跑一趟。')],
  },
  {
    ...base, key: 'playground-for-old-lanes', categoryCode: 'idea-street', daysAgo: 27, consentPublic: true,
    text: '老街巷里孩子放学没地方玩,只能在楼梯口跳绳。建议把闲置的旧车棚改成小小的活动角,放两张桌子就好。',
    place: { lat: 23.1256, lng: 113.2688, address: '大佛寺后街旧车棚' },
    steps: [
      assignDeputy(8, 'd-0001-01', 'complex'), sign(10, 'deputy'),
      finish(170, '您好,我是联络站的代表,在中学教书。我去看了那个车棚三次,量了尺寸,也问了附近十二户人家。街道同意腾出来,下月先放两张桌子、装一盏灯、铺防滑地垫,费用从社区微改造里出。图纸贴在车棚门口,欢迎来提意见。', undefined, 'deputy'),
      approve(12), rate(40, 'pleased', '代表真的来了三趟,孩子们等着用呢。'), publish(8),
    ],
  },
  {
    ...base, key: 'homework-corner', categoryCode: 'school-life', daysAgo: 2,
    text: '课后托管到五点半就结束,双职工家庭赶不回来,老人又辅导不了功课。能不能请退休老师来社区带一带?',
    steps: [assignDeputy(6, 'd-0001-01', 'ordinary'), watch(5, 'deputy')],
  },
  {
    ...base, key: 'softer-vegetables', categoryCode: 'elder-canteen', daysAgo: 21, consentPublic: true,
    text: '长者饭堂的饭菜干净也不贵,就是青菜硬了点,牙不好的老人咬不动,汤也常常是凉的。提个小意见,辛苦了。',
    steps: [
      assign(5, 'yuexiu-civil-affairs', 'ordinary'), sign(6),
      finish(70, '谢谢您说得这么实在。饭堂从这周起每天做一份软菜,打饭时说一声“要软的”就行;汤换了保温桶。下周三中午我们来和大家一起吃饭,当面再听听。'),
      approve(8), rate(30, 'pleased', '今天的节瓜很软,汤是热的。'), publish(3),
    ],
  },
  {
    ...base, key: 'half-cleared', categoryCode: 'litter-heap', daysAgo: 5, photo: 'litter-heap',
    text: '旧楼拆下来的门窗和木板堆在消防栓旁边,一头靠着墙一头伸到路上,晚上骑车很容易撞到。',
    place: { lat: 23.1229, lng: 113.2724, address: '珠光路旧楼侧' },
    steps: [
      assign(3, STREET, 'simple'), sign(3), finish(30, '已清运木板两车。', ['litter-cleared']),
      sendBack(6, '我们去看了:靠路的一头清了,消防栓后面还有一堆门窗没动,请一起清完再交。'),
    ],
  },
  {
    ...base, key: 'not-our-city', categoryCode: 'bus-service', daysAgo: 15,
    text: '佛山那边我女儿家门口的公交车常常甩站不停,老人追着跑很危险,请你们帮忙说一声。',
    steps: [decline(7, 'out_of_area', '这条线路由佛山管理,我们管不到,请您拨佛山的12345,把线路和站名告诉他们就可以。谢谢您替老人着想。')],
  },
]

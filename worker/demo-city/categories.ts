import type { Complexity } from '../../shared/domain/report-state.ts'
import { choice, freeText, required, yesNo } from './category-questions.ts'
import type { Category, CategoryGroup, CategoryQuestion } from './city-shape.ts'
import { toTraditional } from './traditional.ts'

/** [code, Chinese, English, icon]: twelve, so that they make one calm grid of tiles. */
const GROUPS = [
  ['road', '道路桥梁', 'Roads and pavements', 'road'],
  ['lighting', '照明用电', 'Lighting and power', 'lamp'],
  ['water', '供水排水', 'Water and drains', 'water'],
  ['sanitation', '环境卫生', 'Cleanliness', 'trash'],
  ['greenery', '公园绿化', 'Parks and trees', 'tree'],
  ['housing', '住房物业', 'Housing', 'home'],
  ['transport', '交通出行', 'Getting around', 'bus'],
  ['safety', '公共安全', 'Safety', 'shield'],
  ['noise', '噪声油烟', 'Noise and fumes', 'noise'],
  ['market', '市场消费', 'Markets and food', 'market'],
  ['care', '养老托育医疗', 'Old age, children, health', 'heart'],
  ['idea', '意见建议', 'Ideas', 'idea'],
] as const
type GroupCode = (typeof GROUPS)[number][0]

interface CategoryWords {
  group: GroupCode
  code: string
  name: string
  nameEn: string
  /** defaults: ordinary, and evidence is demanded, because most things here can be seen */
  complexity?: Complexity
  evidence?: false
  keywords: string
  questions?: CategoryQuestion[]
}

const CATEGORIES: readonly CategoryWords[] = [
  {
    group: 'road',
    code: 'road-damage',
    name: '路面破损',
    nameEn: 'Broken road or pavement',
    keywords: '路面 坑洞 坑洼 开裂 塌陷 下沉 地砖 松动 人行道 颠簸 绊脚',
    questions: [
      choice(
        ['kind', '是什么样的损坏', 'What kind of damage'],
        ['hole', '坑洞', 'Hole'],
        ['crack', '开裂', 'Crack'],
        ['sinking', '下沉', 'Sinking'],
        ['paving', '地砖松动', 'Loose paving'],
      ),
    ],
  },
  {
    group: 'road',
    code: 'manhole-cover',
    name: '井盖缺损',
    nameEn: 'Manhole cover',
    complexity: 'simple',
    keywords: '井盖 沙井 下水井 窨井 井口 松动 响声 缺失 翘起',
    questions: [
      required(yesNo('danger', '现在有人或车会掉进去吗', 'Could somebody fall in right now')),
      freeText('owner', '井盖上写着什么字（如“电信”“污水”）', 'What is written on the cover'),
    ],
  },
  {
    group: 'road',
    code: 'barrier-free',
    name: '无障碍设施',
    nameEn: 'Step-free access',
    keywords: '无障碍 盲道 轮椅 坡道 斜坡 扶手 台阶 残疾人 婴儿车',
    questions: [
      choice(
        ['who', '谁最不方便', 'Who is hindered most'],
        ['wheelchair', '坐轮椅的人', 'Wheelchair users'],
        ['blind', '视障人士', 'Blind people'],
        ['elder', '长者', 'Older people'],
        ['pram', '推婴儿车的人', 'People with prams'],
      ),
    ],
  },
  {
    group: 'lighting',
    code: 'street-lighting',
    name: '路灯不亮',
    nameEn: 'Street light out',
    complexity: 'simple',
    keywords: '路灯 灯不亮 太黑 灯坏 闪烁 灯杆 照明 小巷没灯 夜晚 看不见',
    questions: [
      choice(
        ['extent', '有多少盏', 'How many lights'],
        ['one', '一盏', 'One'],
        ['some', '两三盏', 'Two or three'],
        ['all', '整段路', 'The whole stretch'],
      ),
      freeText('pole', '灯杆上的编号（有的话）', 'Number on the pole, if there is one'),
    ],
  },
  {
    group: 'lighting',
    code: 'power-supply',
    name: '停电与用电',
    nameEn: 'Power supply',
    complexity: 'simple',
    evidence: false,
    keywords: '停电 跳闸 电压 电表 供电 电力 电箱',
  },
  {
    group: 'water',
    code: 'waterlogging',
    name: '道路积水',
    nameEn: 'Standing water',
    keywords: '积水 水浸 内涝 下雨 排水 雨水口 浸街 暴雨 淌水',
    questions: [
      choice(
        ['when', '什么时候积水', 'When does it happen'],
        ['always', '一下雨就积', 'With any rain'],
        ['storm', '大雨才积', 'In heavy rain only'],
        ['dry', '不下雨也有水', 'Even without rain'],
      ),
    ],
  },
  {
    group: 'water',
    code: 'sewer-overflow',
    name: '污水外溢',
    nameEn: 'Sewage overflow',
    complexity: 'simple',
    keywords: '污水 下水道 堵塞 外溢 化粪池 臭水 返水 渠道',
  },
  {
    group: 'water',
    code: 'tap-water',
    name: '自来水',
    nameEn: 'Tap water',
    evidence: false,
    keywords: '自来水 停水 水压 水黄 水质 漏水 水管 爆管 水表',
    questions: [
      required(
        choice(
          ['problem', '是哪种问题', 'What is wrong'],
          ['none', '没有水', 'No water'],
          ['weak', '水压小', 'Low pressure'],
          ['dirty', '水浑或有味', 'Colour or smell'],
          ['leak', '漏水', 'Leak'],
        ),
      ),
    ],
  },
  {
    group: 'water',
    code: 'river',
    name: '河涌水质',
    nameEn: 'River and creek',
    complexity: 'complex',
    keywords: '河涌 河道 黑臭 死鱼 排污 水浮莲 涌边 偷排',
  },
  {
    group: 'sanitation',
    code: 'litter-heap',
    name: '垃圾堆积',
    nameEn: 'Heap of rubbish',
    complexity: 'simple',
    keywords: '垃圾 垃圾堆 脏乱 清运 卫生死角 臭味 清扫 乱扔 大件',
  },
  {
    group: 'sanitation',
    code: 'waste-sorting',
    name: '垃圾分类投放点',
    nameEn: 'Waste sorting point',
    keywords: '垃圾分类 投放点 误时 厨余 垃圾桶 洗手池 定时投放',
  },
  {
    group: 'sanitation',
    code: 'public-toilet',
    name: '公共厕所',
    nameEn: 'Public toilet',
    keywords: '公厕 厕所 洗手间 厕纸 异味 第三卫生间 排队',
  },
  {
    group: 'sanitation',
    code: 'renovation-waste',
    name: '装修垃圾',
    nameEn: 'Building rubble',
    keywords: '装修垃圾 建筑垃圾 余泥 淤泥 渣土 泥头车 偷倒',
  },
  {
    group: 'sanitation',
    code: 'pests',
    name: '蚊虫鼠患',
    nameEn: 'Mosquitoes and rats',
    evidence: false,
    keywords: '蚊子 老鼠 蟑螂 白蚁 登革热 消杀 积水容器 灭蚊',
  },
  {
    group: 'greenery',
    code: 'tree-hazard',
    name: '树木隐患',
    nameEn: 'Dangerous tree',
    complexity: 'simple',
    keywords: '树枝 大树 倾斜 枯枝 倒伏 修剪 断枝 遮光 榕树 台风',
    questions: [required(yesNo('danger', '现在会砸到人或车吗', 'Could it fall on somebody right now'))],
  },
  {
    group: 'greenery',
    code: 'green-space',
    name: '公园与绿地',
    nameEn: 'Parks and green space',
    keywords: '公园 绿地 草坪 绿化带 花坛 黄土 凉亭 座椅 步道',
  },
  {
    group: 'greenery',
    code: 'fitness-equipment',
    name: '健身器材',
    nameEn: 'Fitness equipment',
    keywords: '健身器材 单杠 乒乓球台 篮球场 生锈 健身路径 儿童滑梯',
  },
  {
    group: 'housing',
    code: 'lift-retrofit',
    name: '加装电梯',
    nameEn: 'Adding a lift',
    complexity: 'complex',
    evidence: false,
    keywords: '加装电梯 旧楼 爬楼 装电梯 步梯 上下楼 补贴 一楼反对',
    questions: [
      choice(
        ['stage', '走到哪一步了', 'How far it has come'],
        ['asking', '想了解怎么办', 'Want to know how'],
        ['consent', '正在征求意见', 'Asking the neighbours'],
        ['permit', '正在报批', 'Waiting for the permit'],
        ['building', '正在施工', 'Being built'],
      ),
      freeText('floors', '有几层、几户', 'How many floors and homes'),
    ],
  },
  {
    group: 'housing',
    code: 'lift-fault',
    name: '电梯故障',
    nameEn: 'Faulty lift',
    complexity: 'simple',
    evidence: false,
    keywords: '电梯坏 困人 停运 维保 异响 电梯年检 按钮',
    questions: [
      required(yesNo('trapped', '有人被困吗（被困请先打119）', 'Is anybody trapped (then call 119 first)')),
    ],
  },
  {
    group: 'housing',
    code: 'property-management',
    name: '物业服务',
    nameEn: 'Property management',
    evidence: false,
    keywords: '物业 物业费 小区 保安 业委会 维修资金 门禁 公共收益',
  },
  {
    group: 'housing',
    code: 'illegal-building',
    name: '违法建设',
    nameEn: 'Unlawful building',
    complexity: 'complex',
    keywords: '违建 搭建 加建 天台 阳光房 铁皮屋 霸占 僭建',
  },
  {
    group: 'housing',
    code: 'wall-hazard',
    name: '外墙与高空坠物',
    nameEn: 'Crumbling facade',
    keywords: '外墙 脱落 瓷砖 墙皮 高空坠物 花盆 空调架 渗水 危房',
  },
  {
    group: 'housing',
    code: 'gas-safety',
    name: '燃气安全',
    nameEn: 'Gas',
    evidence: false,
    keywords: '燃气 煤气 管道 天然气 灶具 瓶装气 气味 安检',
    questions: [
      required(
        yesNo(
          'smell',
          '现在闻到煤气味吗（请先开窗离开，再打110）',
          'Do you smell gas now (air the room, leave, then call 110)',
        ),
      ),
    ],
  },
  {
    group: 'transport',
    code: 'bus-service',
    name: '公交线路与站点',
    nameEn: 'Buses and stops',
    evidence: false,
    keywords: '公交 公交站 候车亭 班次 等车 候车座椅 线路 站牌 改线',
    questions: [freeText('line', '哪条线路、哪个站', 'Which line and stop')],
  },
  {
    group: 'transport',
    code: 'metro-access',
    name: '地铁出入口',
    nameEn: 'Metro station access',
    evidence: false,
    keywords: '地铁 出入口 扶梯 直梯 安检 站厅 换乘',
  },
  {
    group: 'transport',
    code: 'traffic-signal',
    name: '信号灯与标线',
    nameEn: 'Signals and markings',
    keywords: '红绿灯 信号灯 斑马线 标线 路口 过马路 绿灯太短 交通标志',
  },
  {
    group: 'transport',
    code: 'parking',
    name: '停车难与乱停车',
    nameEn: 'Parking',
    evidence: false,
    keywords: '停车 乱停 违停 占车位 车位 堵路 停车场 咪表',
  },
  {
    group: 'transport',
    code: 'shared-bikes',
    name: '共享单车乱停',
    nameEn: 'Heaps of shared bikes',
    complexity: 'simple',
    keywords: '共享单车 单车 自行车 乱停 堆放 占人行道 盲道 摆放',
  },
  {
    group: 'safety',
    code: 'ev-charging',
    name: '飞线充电',
    nameEn: 'Unsafe e-bike charging',
    complexity: 'simple',
    keywords: '飞线 充电 电动车 电动自行车 上楼 充电桩 电池 插座 起火',
    questions: [
      choice(
        ['where', '在哪里充', 'Where it is charged'],
        ['stairs', '楼梯间', 'In the stairwell'],
        ['window', '从窗口拉线', 'Cable from a window'],
        ['home', '家里', 'At home'],
        ['shed', '没有充电棚', 'No shed nearby'],
      ),
    ],
  },
  {
    group: 'safety',
    code: 'fire-lane',
    name: '消防通道堵塞',
    nameEn: 'Blocked fire lane',
    complexity: 'simple',
    keywords: '消防通道 消防车 堵塞 楼道杂物 灭火器 消防栓 安全出口 杂物',
  },
  {
    group: 'safety',
    code: 'overhead-cables',
    name: '空中线缆凌乱',
    nameEn: 'Hanging cables',
    keywords: '电线 线缆 三线 光缆 网线 垂落 蜘蛛网 吊线',
    questions: [required(yesNo('low', '线垂到人能碰到吗', 'Do they hang within reach'))],
  },
  {
    group: 'noise',
    code: 'construction-noise',
    name: '工地噪声',
    nameEn: 'Building site noise',
    complexity: 'simple',
    evidence: false,
    keywords: '工地 施工 噪音 噪声 打桩 半夜 装修声 吵',
    questions: [
      required(
        choice(
          ['time', '一般什么时候', 'Usually when'],
          ['night', '晚上10点后', 'After 10 pm'],
          ['noon', '中午', 'At noon'],
          ['day', '白天', 'In the daytime'],
        ),
      ),
    ],
  },
  {
    group: 'noise',
    code: 'neighbour-noise',
    name: '广场舞与生活噪声',
    nameEn: 'Neighbourhood noise',
    complexity: 'simple',
    evidence: false,
    keywords: '广场舞 音响 唱歌 噪音 邻居 狗叫 喇叭 卡拉OK 吵',
  },
  {
    group: 'noise',
    code: 'cooking-fumes',
    name: '油烟异味',
    nameEn: 'Fumes and smells',
    evidence: false,
    keywords: '油烟 烧烤 异味 餐馆 排烟 臭味 废气',
  },
  {
    group: 'market',
    code: 'wet-market',
    name: '农贸市场',
    nameEn: 'Wet market',
    keywords: '市场 菜市场 肉菜市场 档口 短斤缺两 地面湿滑 活禽',
  },
  {
    group: 'market',
    code: 'street-vending',
    name: '占道经营',
    nameEn: 'Street vending',
    complexity: 'simple',
    keywords: '占道 摆摊 走鬼 摊档 出店经营 夜市 流动摊贩 堵路',
  },
  {
    group: 'market',
    code: 'food-safety',
    name: '食品安全',
    nameEn: 'Food safety',
    evidence: false,
    keywords: '食品 过期 变质 外卖 餐厅 卫生 拉肚子 证照',
    questions: [required(freeText('shop', '店名和大概位置', 'Name of the shop and where it is'))],
  },
  {
    group: 'care',
    code: 'elder-canteen',
    name: '长者饭堂',
    nameEn: 'Canteen for the elderly',
    evidence: false,
    keywords: '长者饭堂 老人 吃饭 助餐 送餐 配餐 菜式',
  },
  {
    group: 'care',
    code: 'elder-care',
    name: '居家养老',
    nameEn: 'Care at home',
    evidence: false,
    keywords: '养老 独居 护理 日托 适老化 平安通 护工 家政',
  },
  {
    group: 'care',
    code: 'clinic',
    name: '社区看病',
    nameEn: 'Community clinic',
    evidence: false,
    keywords: '社区医院 看病 挂号 开药 疫苗 家庭医生 慢病 体检',
  },
  {
    group: 'care',
    code: 'childcare',
    name: '托育服务',
    nameEn: 'Childcare',
    evidence: false,
    keywords: '托育 托儿所 幼儿园 学位 母婴室 带娃 普惠托育',
  },
  {
    group: 'care',
    code: 'school-gate',
    name: '校门口交通',
    nameEn: 'Traffic at school gates',
    evidence: false,
    keywords: '校门口 接送 上学 放学 拥堵 护学岗 家长',
  },
  {
    group: 'care',
    code: 'school-life',
    name: '校园与课后',
    nameEn: 'School life',
    evidence: false,
    keywords: '学校 课后 托管 午餐 午休 校服 兴趣班',
  },
  {
    group: 'idea',
    code: 'idea-street',
    name: '街区改造建议',
    nameEn: 'Ideas for my street',
    complexity: 'complex',
    evidence: false,
    keywords: '建议 改造 微改造 老旧小区 口袋公园 骑楼 活动场所 凳子',
  },
  {
    group: 'idea',
    code: 'idea-law',
    name: '立法与政策建议',
    nameEn: 'Ideas for laws and policy',
    complexity: 'complex',
    evidence: false,
    keywords: '立法 条例 政策 规定 建议 法规 修改',
  },
  {
    group: 'idea',
    code: 'idea-other',
    name: '其他意见建议',
    nameEn: 'Other ideas',
    evidence: false,
    keywords: '建议 意见 想法 表扬 感谢 希望 其他',
  },
]

export function buildCategoryGroups(): CategoryGroup[] {
  return GROUPS.map(([code, name, nameEn, icon], index) => ({
    code,
    name,
    nameHant: toTraditional(name),
    nameEn,
    icon,
    sort: index + 1,
  }))
}

export function buildCategories(): Category[] {
  const icons = new Map<string, string>(GROUPS.map(([code, , , icon]) => [code, icon]))
  return CATEGORIES.map((words, index) => ({
    code: words.code,
    groupCode: words.group,
    name: words.name,
    nameHant: toTraditional(words.name),
    nameEn: words.nameEn,
    icon: icons.get(words.group) ?? '',
    sort: index + 1,
    evidenceRequired: words.evidence ?? true,
    complexity: words.complexity ?? 'ordinary',
    questions: words.questions ?? [],
    keywords: words.keywords.split(' '),
  }))
}

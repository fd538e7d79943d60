/** Police, fire brigade, ambulance. */
export const EMERGENCY_NUMBERS = ['110', '119', '120'] as const
export type EmergencyNumber = (typeof EMERGENCY_NUMBERS)[number]

// Both scripts side by side. No lookbehind: on older iPhones a mini program with one does not start at all.

const FIRE = '[着著]火(?![车車锅鍋把炬])|起火(?![车車锅鍋])|失火|火[灾災情]|爆炸'
const SHOCK = '[触觸][电電]'
const WATER = '溺水|落水(?![管口井斗沟溝位])'
const FAINT = '[晕暈昏]倒|昏迷|休克|不省人事'

/** What is said of danger that is not there: things that serve against it, what might be, what is over. */
const NOT_NOW = [
  `(?:容?易|引[发發起]|[导導]致|造成|[酿釀]成|以免|避免|防止?|[预預]防|怕|[担擔]心|[万萬]一|一旦|如果|若)[^人，。！？,.!?]{0,4}(?:${FIRE}|${SHOCK}|${WATER}|${FAINT})(?!了)`,
  `(?:${FIRE}|${SHOCK}|${WATER}|${FAINT})了?(?:怎[么麼]|咋|的[话話]|[时時]|就|[风風][险險]|[隐隱]患|危[险險]|的?可能|[报報]警|探[测測]|警示)`,
  `(?:去年|前年|上个?個?月|上周|上星期|昨天|昨晚|前天|前几天|前幾天|曾[经經]?|以前|之前)[^，。！？,.!?]{0,10}(?:${FIRE}|${SHOCK}|${WATER}|${FAINT}|打架|[斗鬥][殴毆])`,
  '一起火|[发發]起火|爆炸[头頭性]|信息爆炸',
  '(?:[泄洩][漏露]|漏[气氣])(?:[报報]警|[检檢][测測]|探[测測]|[预預]警|[隐隱]患)',
  '救命(?:[钱錢药藥恩稻之]|通道|[设設][备備])',
  '打人[工大事民员員]|反家暴|家暴宣[传傳]|跳[楼樓](?:[价價机機]|大甩|甩)|自[杀殺]式',
  '\\bfire (?:extinguishers?|hydrants?|lanes?|doors?|exits?|alarms?|escapes?|station|hazards?|risk|safety)',
  '\\bgas (?:leak )?(?:detector|alarm)s?',
  '\\b(?:could|might|may|can|would|risk of|danger of|afraid of|prevents?|in case of|causes?)\\b[^.,!?]{0,20}\\b(?:fire|explosion|explode|electrocuted|drown(?:ing)?|suicide)',
]

const SIGNS: readonly { calls: readonly EmergencyNumber[]; words: readonly string[] }[] = [
  { calls: ['110', '119', '120'], words: ['救命', '\\bsave me\\b', '\\bhelp(?: me)? ?!', '^help$'] },
  {
    calls: ['119'],
    words: [
      FIRE,
      '[浓濃][烟煙][滚滾]',
      '[楼樓屋][^，。！？,.!?]{0,6}冒[浓濃黑]?[烟煙]',
      '[电電](?:箱|[线線]|表|瓶|[动動][车車])[^，。！？,.!?]{0,6}冒[浓濃黑]?[烟煙火]',
      '(?:煤气|煤氣|燃气|燃氣|天然气|天然氣|液化气|液化氣|瓦斯)[^，。！？,.!?]{0,4}(?:[泄洩][漏露]|漏|味)',
      '漏(?:煤|燃|天然)[气氣]',
      '[闻聞]到[^，。！？,.!?]{0,3}(?:煤|燃|天然)[气氣]',
      '被困(?![扰擾惑])|困在(?:[电電]梯|里面|裡面|裏面|屋|水)',
      '\\bon fire\\b|\\bfire!|\\b(?:a|the) fire\\b|\\bburning (?:down|building|house|car)|\\bgas (?:leak|smell)|\\bsmells? (?:of )?gas\\b',
      '\\bexplo(?:sion|ded)\\b|\\btrapped\\b',
    ],
  },
  {
    calls: ['120'],
    words: [
      SHOCK,
      WATER,
      FAINT,
      '心[脏臟]病[发發]|心[脏臟][骤驟]停|心梗',
      '中[风風]了|突[发發]中[风風]|抽搐|中暑|[没沒]有?呼吸',
      '(?:煤[气氣]|食物|一氧化碳|[农農][药藥])中毒',
      '流血|血流不止|大出血|重[伤傷]',
      '被[砸撞][伤傷倒到了]|被[车車]撞|[车車][祸禍]',
      '\\bunconscious\\b|\\bfainted\\b|\\bnot breathing\\b|\\bheart attack\\b|\\bbleeding\\b|\\bdrowning\\b|\\belectrocuted\\b',
    ],
  },
  {
    calls: ['110'],
    words: [
      '打人|打架|[斗鬥][殴毆]|[殴毆]打|家暴',
      '持刀|拿刀|砍人|[杀殺]人|行[凶兇]',
      '[抢搶]劫|[绑綁]架|劫持|入室[盗盜]|[强強][奸姦]|性侵',
      '[车車][祸禍]',
      '\\brobb(?:ed|ery)\\b|\\bmugged\\b|\\bstabb(?:ed|ing)\\b|\\bwith a knife\\b|\\bkidnapp|\\bassaulted\\b|\\bbeing attacked\\b|\\bdomestic violence\\b',
    ],
  },
  {
    calls: ['110', '120'],
    words: [
      '跳[楼樓桥橋江河]',
      '[轻輕]生',
      '自[杀殺]',
      '割腕',
      '\\bsuicide\\b|\\b(?:kill|hurt) (?:my|him|her)self\\b',
    ],
  },
]

const notNow = new RegExp(NOT_NOW.join('|'), 'gi')
const signs = SIGNS.map(({ calls, words }) => ({ calls, pattern: new RegExp(words.join('|'), 'i') }))

/**
 * Whom to call at once when words speak of danger to life at this moment; empty for nearly all words. A needless
 * number costs a glance, a missing one a life: what may be either is danger.
 */
export function emergenciesIn(text: string): EmergencyNumber[] {
  const said = text.normalize('NFKC').replace(notNow, ' ')
  const calls = new Set(signs.flatMap(({ calls, pattern }) => (pattern.test(said) ? calls : [])))
  return EMERGENCY_NUMBERS.filter((number) => calls.has(number))
}

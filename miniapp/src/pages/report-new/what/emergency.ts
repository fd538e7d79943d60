/**
 * Words that mean: somebody needs help within minutes. Both scripts and English. It errs on the side of showing a
 * telephone number too often.
 */
const WORDS = [
  '救命',
  '[着著]火',
  '起火',
  '火[灾災](?![隐隱])',
  '失火',
  '冒[浓濃黑]?[烟煙]',
  '爆炸',
  '[煤燃天][气氣然]+.{0,4}([泄洩]漏|味)',
  '漏[煤燃][气氣]',
  '[闻聞]到.{0,3}[煤燃][气氣]',
  '[触觸][电電]',
  '溺水',
  '落水',
  '昏迷',
  '[晕暈]倒',
  '心[脏臟]病',
  '中[风風]',
  '流血',
  '大出血',
  '重[伤傷]',
  '被[砸撞压壓困]',
  '困在(电梯|電梯|里面|裡面)',
  '持刀',
  '[抢搶]劫',
  '打架',
  '家暴',
  '跳[楼樓]',
  '自[杀殺]',
  '[车車][祸禍]',
  '\\bon fire\\b',
  '\\bfire!',
  '\\bgas (leak|smell)',
  '\\bsmell (of )?gas\\b',
  '\\bbleeding\\b',
  '\\bunconscious\\b',
  '\\btrapped\\b',
  '\\bdrowning\\b',
  '\\belectrocuted\\b',
  '\\bexplosion\\b',
  '\\bsuicide\\b',
  '\\bhelp me\\b',
]

const EMERGENCY = new RegExp(WORDS.join('|'), 'i')

/** Whether the words sound like danger to life at this moment. */
export function soundsUrgent(text: string): boolean {
  return EMERGENCY.test(text)
}

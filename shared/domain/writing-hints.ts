/** What a report's words may still lack, in the order in which they are asked for. */
export const WRITING_HINTS = ['short', 'place', 'time'] as const
export type WritingHint = (typeof WRITING_HINTS)[number]

/** Fewer characters rarely say what, where and since when. */
const ENOUGH = 15

/** Words by which people in Guangzhou say where: streets, numbers, estates, what stands near. Both scripts, and English. */
const PLACE =
  /[路街巷里坊涌村岗崗桥橋站门門]口?|[号號栋棟楼樓座]|小区|小區|花园|花園|公园|公園|广场|廣場|市场|市場|学校|學校|医院|醫院|地铁|地鐵|社区|社區|车站|車站|附近|旁边|旁邊|对面|對面|road|street|avenue|lane|gate|park|station|school|market|near|opposite/i

/** Words by which people say since when or how often. */
const TIME =
  /[年月日天周週晚早夜]|今|昨|最近|近来|近來|小时|小時|一直|经常|經常|每次|多次|[0-9０-９]+ ?(点|點|:|：)|today|yesterday|since|week|month|day|night|morning|always|often|hour/i

/**
 * What would make a report's words more useful; nothing for words that say enough, and nothing before something was
 * written. A hint and never a demand: the form is taken without it.
 *
 * @param hasPlace a place was given another way, on the map or in its own field
 */
export function writingHints(text: string, hasPlace: boolean): WritingHint[] {
  const written = text.trim()
  if (written === '') return []
  const lacks: Record<WritingHint, boolean> = {
    short: [...written].length < ENOUGH,
    place: !hasPlace && !PLACE.test(written),
    time: !TIME.test(written),
  }
  return WRITING_HINTS.filter((hint) => lacks[hint])
}

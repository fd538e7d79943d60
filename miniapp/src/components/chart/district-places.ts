/**
 * Where a district's tile stands: row and column, north above, on five rows of four. Roughly as they lie to each
 * other; a grid, so that a small district is as large as a wide one, and nobody reads a border into it.
 */
const PLACES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  '440114': [1, 2], // 花都
  '440117': [1, 3], // 从化
  '440111': [2, 2], // 白云
  '440118': [2, 4], // 增城
  '440103': [3, 1], // 荔湾
  '440104': [3, 2], // 越秀
  '440106': [3, 3], // 天河
  '440112': [3, 4], // 黄埔
  '440105': [4, 2], // 海珠
  '440113': [4, 3], // 番禺
  '440115': [5, 3], // 南沙
}

/** Null for the districts of another city: their tiles follow one another. */
export function placeOf(code: string): readonly [row: number, column: number] | null {
  return PLACES[code] ?? null
}

/** In the order in which they are read: from north to south, each row from west to east. */
export function inReadingOrder<T extends { code: string }>(districts: readonly T[]): T[] {
  const rank = ({ code }: T) => {
    const place = placeOf(code)
    return place ? place[0] * 10 + place[1] : 100
  }
  return [...districts].sort((one, other) => rank(one) - rank(other))
}

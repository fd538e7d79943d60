/** A small generator of pseudo-random numbers (mulberry32): the same seed gives the same city everywhere. */
export interface SeededRandom {
  /** an integer from 0 to `below` - 1 */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  /** `count` different members of the list, in random order */
  sample<T>(list: readonly T[], count: number): T[]
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  function pick<T>(list: readonly T[]): T {
    const chosen = list[below(list.length)]
    if (chosen === undefined) throw new Error('nothing to pick from')
    return chosen
  }
  function sample<T>(list: readonly T[], count: number): T[] {
    if (count > list.length) throw new Error(`${count} wanted, ${list.length} there`)
    const rest = [...list]
    return Array.from({ length: count }, () => rest.splice(below(rest.length), 1)[0] as T)
  }
  return { below, pick, sample }
}

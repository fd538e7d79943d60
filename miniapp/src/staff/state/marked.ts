import { create } from 'zustand'

interface Marked {
  /** boxes stand before the rows */
  picking: boolean
  numbers: readonly string[]
  /** the row that was marked last: where a range begins */
  anchor: string | null
  /** the rows as they stand in the list */
  order: readonly string[]
}

const NOTHING = { picking: false, numbers: [], anchor: null }

/** Which rows of the list are marked, to be dealt with together. */
export const useMarked = create<Marked>(() => ({ ...NOTHING, order: [] }))

export function startPicking(): void {
  useMarked.setState({ picking: true })
}

export function endPicking(): void {
  useMarked.setState(NOTHING)
}

/** Marks a row, or takes its mark away. */
export function toggleMark(number: string): void {
  const { numbers } = useMarked.getState()
  const isMarked = numbers.includes(number)
  useMarked.setState({
    picking: true,
    numbers: isMarked ? numbers.filter((one) => one !== number) : [...numbers, number],
    anchor: number,
  })
}

/** Tells what stands in the list; marks of rows that have gone from it go too. */
export function keepOrder(order: readonly string[]): void {
  useMarked.setState(({ numbers }) => ({ order, numbers: numbers.filter((one) => order.includes(one)) }))
}

/** Marks everything from the row that was marked last up to this one. */
export function markUpTo(number: string): void {
  const { numbers, anchor, order } = useMarked.getState()
  const from = order.indexOf(anchor ?? number)
  const to = order.indexOf(number)
  const range = from < 0 ? [number] : order.slice(Math.min(from, to), Math.max(from, to) + 1)
  useMarked.setState({ picking: true, numbers: [...new Set([...numbers, ...range])], anchor: number })
}

/** Marks all; all marked already, takes the marks away. */
export function markAll(): void {
  const { numbers, order } = useMarked.getState()
  const areAll = order.every((number) => numbers.includes(number))
  useMarked.setState({ picking: true, numbers: areAll ? [] : order, anchor: null })
}

import type { ReportList } from '@shared/contract/report.ts'

/** The pages of a list that have been reached: where each begins, and what stands in them. */
export interface PageChain {
  /** the cursor of each page; the last may not have been loaded yet */
  cursors: readonly string[]
  /** the index of each page's first row, one more than pages that were loaded */
  starts: readonly number[]
  /** the numbers of all rows that were loaded, in order */
  numbers: readonly string[]
}

export const FIRST_PAGE: PageChain = { cursors: [''], starts: [0], numbers: [] }

/** The page in which a row stands. */
export function pageOf({ starts }: PageChain, row: number): number {
  const after = starts.findIndex((start) => start > row)
  return after < 0 ? Math.max(0, starts.length - 2) : Math.max(0, after - 1)
}

/** True when there is a page after those that were loaded. */
export function hasMore({ cursors, starts }: PageChain): boolean {
  return cursors.length >= starts.length
}

/**
 * The chain with a page as it was just read. When that page ends elsewhere than it did, what was read after it no
 * longer follows: it is let go and read again when somebody scrolls there, so that no row is missing or there twice.
 */
export function withPage(chain: PageChain, index: number, { items, nextCursor }: ReportList): PageChain {
  const { cursors, starts, numbers } = chain
  const start = starts[index]
  if (start === undefined || cursors[index] === undefined) return chain
  const found = items.map(({ number }) => number)
  const end = start + found.length
  const follows = (cursors[index + 1] ?? null) === nextCursor && starts[index + 1] === end
  if (follows && found.every((number, at) => numbers[start + at] === number)) return chain
  if (follows)
    return { cursors, starts, numbers: [...numbers.slice(0, start), ...found, ...numbers.slice(end)] }
  return {
    cursors: [...cursors.slice(0, index + 1), ...(nextCursor === null ? [] : [nextCursor])],
    starts: [...starts.slice(0, index + 1), end],
    numbers: [...numbers.slice(0, start), ...found],
  }
}

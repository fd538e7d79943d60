import { create } from 'zustand'
import { readJson, writeJson } from '@/state/kept-json'
import { useSession } from '@/state/session'

/** What a table of reports can show; the number names the row and is always there. */
export const COLUMNS = [
  'state',
  'category',
  'text',
  'place',
  'district',
  'station',
  'holder',
  'due',
  'promised',
  'created',
] as const
export type ColumnId = (typeof COLUMNS)[number]

export interface ListView {
  /** a table instead of cards; at a desk only */
  table: boolean
  /** the map beside the list, or above it on a phone */
  map: boolean
  columns: readonly ColumnId[]
  /** of everything: the latest first, or what is due first */
  sort: 'new' | 'due'
}

const USUAL: ListView = {
  table: false,
  map: false,
  columns: ['state', 'category', 'text', 'place', 'holder', 'due'],
  sort: 'new',
}

const KEY = 'mashang.staff.views'

/** By account: colleagues at one computer each find their own. */
const useViews = create<Record<string, ListView>>(() => remembered())
useViews.subscribe((views) => writeJson(KEY, views))

function remembered(): Record<string, ListView> {
  const kept = (readJson(KEY) ?? {}) as Record<string, Partial<ListView>>
  return Object.fromEntries(Object.entries(kept).map(([account, view]) => [account, mended(view)]))
}

/** What an older version has left, as far as it is known. */
function mended({ table, map, columns, sort }: Partial<ListView>): ListView {
  const known = Array.isArray(columns) ? COLUMNS.filter((column) => columns.includes(column)) : USUAL.columns
  return {
    table: table === true,
    map: map === true,
    columns: known,
    sort: sort === 'due' ? 'due' : 'new',
  }
}

/** How the person at the desk likes their lists, and how that is changed. */
export function useListView(): [ListView, (change: Partial<ListView>) => void] {
  const account = useSession((now) => now.account?.id) ?? ''
  const view = useViews((views) => views[account]) ?? USUAL
  return [view, (change) => useViews.setState({ [account]: { ...view, ...change } })]
}

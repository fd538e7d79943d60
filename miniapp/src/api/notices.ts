import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { NotificationList } from '@shared/contract/notification.ts'
import { useStore } from 'zustand'
import { language } from '@/locale/translate'
import { useSession } from '@/state/session'
import { request } from './client'
import { queryClient } from './query-client'

const PATH = '/api/v1/notifications'
const KEY = 'notices'
/** How often an open app asks whether something new has come. */
const EVERY = 60_000

function listNotices(query: { cursor?: string; limit?: number }, signal?: AbortSignal) {
  return request<NotificationList>({ path: PATH, query, signal })
}

/** How many notices nobody has read; 0 for who has no session yet. */
export function useUnread(): number {
  const open = useSession((session) => session.open)
  const query = useQuery({
    queryKey: [KEY, 'unread'],
    queryFn: ({ signal }) => listNotices({ limit: 1 }, signal).then(({ unread }) => unread),
    enabled: open,
    refetchInterval: EVERY,
  })
  return open ? (query.data ?? 0) : 0
}

/** The inbox, latest first, page by page. */
export function useNotices() {
  const open = useSession((session) => session.open)
  const locale = useStore(language, (now) => now.locale)
  return useInfiniteQuery({
    queryKey: [KEY, 'list', locale],
    queryFn: ({ signal, pageParam }) => listNotices({ cursor: pageParam, limit: 30 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: open,
  })
}

/** @param which ids, or all */
export async function markRead(which: number[] | 'all'): Promise<void> {
  const body = which === 'all' ? { all: true } : { ids: which }
  await request({ method: 'POST', path: `${PATH}/read`, body })
  await queryClient.invalidateQueries({ queryKey: [KEY] })
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { TopicAnswer } from '@shared/contract/topic.ts'
import type { TopicState } from '@shared/domain/topic-state.ts'
import { queryClient } from '@/api/query-client'
import type { Locale } from '@/locale/locales'
import { getTopic, listSuggestions, listTopics } from '../api/topics'
import { useLocale } from './use-locale'

const SUGGESTIONS = 10

const topicKey = (id: string, locale: Locale) => ['staff', 'topic', id, locale]

export function useTopic(id: string) {
  const locale = useLocale()
  return useQuery({
    queryKey: topicKey(id, locale),
    queryFn: ({ signal }) => getTopic(id, signal),
    enabled: id !== '',
  })
}

/** Puts the answer of a step where the page reads it; lists and counts that it changes are read anew. */
export function showTopic(answer: TopicAnswer, locale: Locale): void {
  queryClient.setQueryData(topicKey(answer.topic.id, locale), answer)
  for (const what of ['topics', 'suggestions', 'supervision', 'reports', 'report'])
    void queryClient.invalidateQueries({ queryKey: ['staff', what] })
}

export function useTopics(state: TopicState | '') {
  const locale = useLocale()
  return useInfiniteQuery({
    queryKey: ['staff', 'topics', state, locale],
    queryFn: ({ pageParam, signal }) => listTopics({ state, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export function useSuggestions() {
  const locale = useLocale()
  return useInfiniteQuery({
    queryKey: ['staff', 'suggestions', locale],
    queryFn: ({ pageParam, signal }) =>
      listSuggestions({ limit: SUGGESTIONS, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

import {
  keepPreviousData,
  type QueryFunctionContext,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query'
import { keepAnswer, readAnswerKept } from '@/state/kept-answer'
import type { ApiError } from './api-error'

export interface KeptQuery<T> {
  queryKey: readonly unknown[]
  /** its name on the device: the key's parts when absent; null for answers of which there are too many to keep */
  keptAs?: string | null
  queryFn: (context: QueryFunctionContext) => Promise<T>
  /** milliseconds until it is asked for again */
  staleTime: number
  enabled?: boolean
  /** what was shown stays until the next answer is there, so that nothing jumps */
  keepPrevious?: boolean
}

/**
 * A query whose last answer stays on the device: there at once the next time, and there without a network.
 * `dataUpdatedAt` says how old it is. Only for what everybody may read.
 */
export function useKeptQuery<T>({
  queryFn,
  keptAs,
  keepPrevious,
  ...query
}: KeptQuery<T>): UseQueryResult<T, ApiError> {
  const name = keptAs === undefined ? query.queryKey.join('.') : keptAs
  const kept = () => (name === null ? null : readAnswerKept<T>(name))
  return useQuery<T, ApiError>({
    ...query,
    queryFn: async (context) => {
      const data = await queryFn(context)
      if (name !== null) keepAnswer(name, data)
      return data
    },
    initialData: () => kept()?.data,
    initialDataUpdatedAt: () => kept()?.takenAt,
    // What guards the library against functions as data is undecided for a generic T.
    placeholderData: (keepPrevious ? keepPreviousData : undefined) as undefined,
  })
}

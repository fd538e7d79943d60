import type { ReactNode } from 'react'
import { useText } from '@/locale/use-text'
import { useOnline } from '@/platform/use-online'
import { Banner } from './banner'
import { Button } from './button'
import { Skeleton, type SkeletonProps } from './skeleton'

/** The part of react-query's result that decides what is shown. */
export interface LoadStateQuery<T> {
  data: T | undefined
  isError: boolean
  error: Error | null
  isFetching: boolean
  refetch: () => unknown
}

export interface LoadStateProps<T> {
  query: LoadStateQuery<T>
  /** the shape while there is nothing yet */
  skeleton?: SkeletonProps
  children: (data: T) => ReactNode
}

/**
 * Loading, failed, offline, there: the same four states on every screen.
 * What was loaded before stays visible when a refresh fails.
 */
export function LoadState<T>({ query, skeleton, children }: LoadStateProps<T>) {
  const t = useText()
  const online = useOnline()
  const { data, isError, error, isFetching, refetch } = query
  const retry = (
    <Button small icon="refresh" busy={isFetching} onClick={() => void refetch()}>
      {t('common.retry')}
    </Button>
  )
  return (
    <>
      {!online && (
        <Banner tone="wait" title={t('common.offline.title')} actions={retry}>
          {data === undefined ? undefined : t('common.offline.text')}
        </Banner>
      )}
      {online && isError && (
        <Banner tone="bad" title={t('common.error.title')} actions={retry}>
          {error?.message || t('common.error.text')}
        </Banner>
      )}
      {data !== undefined ? children(data) : !isError && online && <Skeleton {...skeleton} />}
    </>
  )
}

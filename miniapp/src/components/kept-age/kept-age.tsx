import type { UseQueryResult } from '@tanstack/react-query'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { useFormat, useText } from '@/locale/use-text'
import { useOnline } from '@/platform/use-online'

type Age = Pick<UseQueryResult, 'data' | 'isError' | 'isFetching' | 'dataUpdatedAt' | 'refetch'>

/** How old what stands below is, when the network could not bring it anew. */
export function KeptAge({ query }: { query: Age }) {
  const t = useText()
  const format = useFormat()
  const online = useOnline()
  const { data, isError, isFetching, dataUpdatedAt, refetch } = query
  if (data === undefined || (online && !isError)) return null
  const again = (
    <Button small icon="refresh" busy={isFetching} onClick={() => void refetch()}>
      {t('common.retry')}
    </Button>
  )
  return (
    <Banner tone="wait" title={t(online ? 'kept.failed' : 'kept.offline')} actions={again}>
      {t('kept.taken', { at: format.dateTime(dataUpdatedAt), ago: format.ago(dataUpdatedAt) })}
    </Banner>
  )
}

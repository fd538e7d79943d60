import { useState } from 'react'
import { Button } from '@/kit/button'
import { LiveRegion } from '@/kit/live-region'
import { useText } from '@/locale/use-text'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<{ data?: { pages: { items: unknown[] }[] } | undefined }>
}

/** The next page of a list; says how many rows have come. */
export function LoadMore({ query }: { query: Pages }) {
  const t = useText()
  const [words, setWords] = useState('')
  const load = async () => {
    const { data } = await query.fetchNextPage()
    const last = data?.pages[data.pages.length - 1]
    if (last) setWords(t('common.loaded', { n: last.items.length }))
  }
  return (
    <>
      {query.hasNextPage && (
        <Button block busy={query.isFetchingNextPage} onClick={() => void load()}>
          {t('common.more')}
        </Button>
      )}
      <LiveRegion message={words} />
    </>
  )
}

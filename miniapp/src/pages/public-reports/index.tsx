import { useState } from 'react'
import { usePublicReports } from '@/api/public-reports'
import { AboutCase } from '@/components/case-feedback/about-case'
import { LoadMore } from '@/components/load-more/load-more'
import { PublicRow } from '@/components/public-report/public-row'
import { Box } from '@/kit/box'
import { EmptyState } from '@/kit/empty-state'
import { List } from '@/kit/list'
import { LiveRegion } from '@/kit/live-region'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { Tabs } from '@/kit/tabs'
import { useText } from '@/locale/use-text'
import { usePullDown } from '@/platform/pull-down'
import { useIsOff } from '@/state/city-switches'
import { NothingPublic } from './nothing-public'
import { PublicFilters } from './public-filters'
import { PublicMap } from './public-map'
import { usePublicFilter } from './use-public-filter'

type Look = 'list' | 'map'

/** What others have reported and what became of it: for everybody to see, as a list or on a map. */
export default function PublicReportsPage() {
  const t = useText()
  const isOff = useIsOff('public-list')
  return (
    <Page title={t('public.title')} lead={t('public.lead')} back={{ to: 'home' }}>
      {isOff ? <EmptyState title={t('off.public')}>{t('off.public.text')}</EmptyState> : <PublicReports />}
    </Page>
  )
}

function PublicReports() {
  const t = useText()
  const [look, setLook] = useState<Look>('list')
  const { filter, asked, change, clear } = usePublicFilter()
  const query = usePublicReports(asked)
  usePullDown(() => query.refetch())
  const rows = query.data?.pages.flatMap((page) => page.items)
  const looks = (['list', 'map'] as const).map((value) => ({ value, label: t(`public.look.${value}`) }))
  return (
    <>
      {filter.case && (
        <AboutCase slug={filter.case} drop={t('public.clear')} onDrop={() => change({ case: '' })} />
      )}
      <PublicFilters filter={filter} onChange={change} />
      <Tabs label={t('public.look')} value={look} options={looks} onChange={setLook}>
        <LoadState query={{ ...query, data: rows }} skeleton={{ look: 'list', rows: 5 }}>
          {(items) => (
            <Box gap={4}>
              <LiveRegion message={query.isFetching ? '' : t('public.shown', { n: items.length })} />
              {items.length === 0 && <NothingPublic onClear={clear} />}
              {items.length > 0 && look === 'list' && (
                <List label={t('public.title')}>
                  {items.map((row) => (
                    <PublicRow key={row.number} row={row} />
                  ))}
                </List>
              )}
              {items.length > 0 && look === 'map' && <PublicMap rows={items} />}
              <LoadMore query={query} />
            </Box>
          )}
        </LoadState>
      </Tabs>
    </>
  )
}

import type { DemandList } from '@shared/contract/case-wish.ts'
import { useState } from 'react'
import { useStore } from 'zustand'
import { listDemand } from '@/api/cases'
import { useKeptQuery } from '@/api/use-kept-query'
import { lyingBar } from '@/components/chart/bar-shapes'
import { ChartFrame } from '@/components/chart/chart-frame'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Drawing } from '@/kit/drawing'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Select } from '@/kit/select'
import { Text } from '@/kit/text'
import { language } from '@/locale/translate'
import { useFormat, useText } from '@/locale/use-text'
import { useCaseLanguage } from '../case-card/use-case-title'
import './wanted-cases.scss'

const SHOWN = 5
const STALE_AFTER = 60_000

interface Wanted {
  slug: string
  title: string
  wishes: number
}

/** The cases that the city wants most, or one district of it. It ranks reforms, never districts or people. */
export function WantedCases() {
  const t = useText()
  const locale = useStore(language, (now) => now.locale)
  const [district, setDistrict] = useState('')
  const demand = useKeptQuery<DemandList>({
    queryKey: ['demand', locale],
    queryFn: ({ signal }) => listDemand(signal),
    staleTime: STALE_AFTER,
  })
  const items = demand.data?.items ?? []
  const districts = items[0]?.demand.districts ?? []
  if (items.length === 0) return null
  const wanted = wantedIn(items, district, locale === 'zh-hant')
  return (
    <Card>
      <Box gap={3}>
        <ChartFrame
          title={t('wish.wanted')}
          summary={t('wish.wanted.summary')}
          file="wanted-cases"
          level={2}
          table={{
            columns: [t('cases.case'), t('wish.map.counted')],
            rows: wanted.map(({ title, wishes }) => [title, wishes]),
          }}
        >
          <Box className="wanted-cases">
            <Select
              id="wanted-district"
              label={t('wish.wanted.where')}
              empty={t('wish.wanted.city')}
              options={districts.map(({ code, name }) => ({ value: code, label: name }))}
              value={district}
              onChange={setDistrict}
            />
          </Box>
          {wanted.length === 0 ? (
            <Text block tone="muted">
              {t('wish.wanted.none')}
            </Text>
          ) : (
            <WantedList wanted={wanted.slice(0, SHOWN)} />
          )}
        </ChartFrame>
      </Box>
    </Card>
  )
}

function wantedIn(items: DemandList['items'], district: string, isHant: boolean): Wanted[] {
  return items
    .map(({ slug, title, titleHant, demand }) => ({
      slug,
      title: isHant ? titleHant : title,
      wishes: district ? (demand.districts.find(({ code }) => code === district)?.wishes ?? 0) : demand.total,
    }))
    .filter(({ wishes }) => wishes > 0)
    .sort((one, other) => other.wishes - one.wishes)
}

function WantedList({ wanted }: { wanted: readonly Wanted[] }) {
  const t = useText()
  const format = useFormat()
  const lang = useCaseLanguage()
  const most = Math.max(...wanted.map(({ wishes }) => wishes))
  return (
    <List bare label={t('wish.wanted')} className="chart-rows wanted-cases">
      {wanted.map(({ slug, title, wishes }) => (
        <ListItem key={slug}>
          <Box row justify="between" align="center" gap={3}>
            <Box lang={lang}>
              <Link to="case" query={{ slug }}>
                {title}
              </Link>
            </Box>
            <Text strong>{format.number(wishes)}</Text>
          </Box>
          <Drawing drawing={lyingBar([wishes], most)} className="chart-drawing" />
        </ListItem>
      ))}
    </List>
  )
}

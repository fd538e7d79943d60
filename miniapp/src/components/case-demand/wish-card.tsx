import type { ShownCase } from '@shared/contract/reform-case.ts'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { LiveRegion } from '@/kit/live-region'
import { Select } from '@/kit/select'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useKept } from '@/state/use-kept'
import { DemandMap } from './demand-map'
import { useWish, type Wish } from './use-wish'

/** "I want this in my district", and where in the city others want it. */
export function WishCard({ reformCase }: { reformCase: ShownCase }) {
  const t = useText()
  const wish = useWish(reformCase)
  const { demand, mine } = wish
  const none = reformCase.reach.city ? 'wish.none.city' : 'wish.none'
  const said = mine ? t('wish.done', { district: mine.name }) : ''
  return (
    <Card as="section" label={t('wish.title')}>
      <Box gap={4}>
        <Box gap={1}>
          <Heading>{t('wish.title')}</Heading>
          <Text block>{t(demand.total > 0 ? 'wish.total' : none, { n: demand.total })}</Text>
        </Box>
        <LiveRegion message={said} />
        {mine && (
          <Text block strong tone="action">
            {said}
          </Text>
        )}
        <WishForm wish={wish} reach={reformCase.reach} />
        {wish.problem && <Banner tone="bad">{wish.problem}</Banner>}
        <DemandMap demand={demand} reach={reformCase.reach} slug={reformCase.slug} />
      </Box>
    </Card>
  )
}

/** The district one lives in is asked once and kept for the next case. */
function WishForm({ wish, reach }: { wish: Wish; reach: ShownCase['reach'] }) {
  const t = useText()
  const [home, setHome] = useKept('wish.home', { code: '' })
  const [missing, setMissing] = useState(false)
  const { demand, mine, busy, put } = wish
  const options = demand.districts.map(({ code, name }) => ({ value: code, label: name }))
  const isThere = reach.districts.some(({ code }) => code === home.code)
  const send = () => {
    setMissing(home.code === '')
    if (home.code !== '') put(home.code)
  }
  return (
    <Box gap={3}>
      <Select
        id="wish-district"
        label={t('wish.district')}
        hint={isThere ? t('wish.there') : undefined}
        error={missing ? t('wish.district.missing') : undefined}
        options={options}
        value={options.some(({ value }) => value === home.code) ? home.code : ''}
        onChange={(code) => {
          setHome({ code })
          setMissing(false)
        }}
      />
      <Box row wrap gap={2}>
        {mine?.code !== home.code || home.code === '' ? (
          <Button kind="primary" icon="heart" busy={busy} onClick={send}>
            {t(mine ? 'wish.move' : 'wish.do')}
          </Button>
        ) : null}
        {mine && (
          <Button icon="close" busy={busy} onClick={() => put(null)}>
            {t('wish.back')}
          </Button>
        )}
      </Box>
    </Box>
  )
}

import type { ShownCase } from '@shared/contract/reform-case.ts'
import { DistrictTiles, type Tile } from '@/components/chart/district-tiles'
import { useText } from '@/locale/use-text'

/** Where a case is done by now, and how many want it where: the city's demand for it. */
export function DemandMap({ slug, demand, reach }: Pick<ShownCase, 'slug' | 'demand' | 'reach'>) {
  const t = useText()
  const there = new Set(reach.districts.map(({ code }) => code))
  const mark = { icon: 'check', label: t('wish.map.there') } as const
  const tiles: Record<string, Tile> = Object.fromEntries(
    demand.districts.map(({ code, wishes }) => [code, { value: wishes, ...(there.has(code) && { mark }) }]),
  )
  const where = reach.city
    ? t('wish.map.city')
    : t('wish.map.districts', { districts: reach.districts.map(({ name }) => name).join(t('wish.and')) })
  return (
    <DistrictTiles
      title={t('wish.map')}
      summary={`${where}${t('wish.map.summary')}`}
      file={`wishes-${slug}`}
      districts={demand.districts}
      tiles={tiles}
      counted={t('wish.map.counted')}
      marked={reach.city ? undefined : t('wish.map.where')}
    />
  )
}

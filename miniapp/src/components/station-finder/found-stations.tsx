import type { StationRow } from '@shared/contract/station.ts'
import { Box } from '@/kit/box'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LiveRegion } from '@/kit/live-region'
import { useFormat, useText } from '@/locale/use-text'

export interface FoundStationsProps {
  stations: readonly StationRow[]
  /** asked for by position, the nearest first */
  near?: boolean
  onChoose?: (station: StationRow) => void
}

export function FoundStations({ stations, near, onChoose }: FoundStationsProps) {
  const t = useText()
  if (stations.length === 0)
    return <EmptyState title={t('home.find.none')}>{t('home.find.none.text')}</EmptyState>
  const title = t(near ? 'home.find.nearest' : 'home.find.results')
  return (
    <Box gap={2}>
      <Heading>{title}</Heading>
      <LiveRegion message={t('home.find.count', { n: stations.length })} />
      <List label={title}>
        {stations.map((station) => (
          <Row key={station.code} station={station} onChoose={onChoose} />
        ))}
      </List>
    </Box>
  )
}

function Row({ station, onChoose }: { station: StationRow; onChoose?: (station: StationRow) => void }) {
  const t = useText()
  const format = useFormat()
  const way = onChoose
    ? { onClick: () => onChoose(station) }
    : ({ to: 'station', query: { code: station.code } } as const)
  return (
    <ListItem
      {...way}
      title={station.name}
      note={t('home.find.row', {
        n: station.number,
        district: station.district.name,
        street: station.street.name,
      })}
      aside={station.distance === undefined ? undefined : format.distance(station.distance)}
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import type { Report } from '@shared/contract/report.ts'
import { useStore } from 'zustand'
import { getStation } from '@/api/stations'
import { usePlaceWords } from '@/components/place-picker/use-place-words'
import { Box } from '@/kit/box'
import { Disclosure } from '@/kit/disclosure'
import { GridMap, type Landmark } from '@/kit/grid-map'
import { Text } from '@/kit/text'
import { language } from '@/locale/translate'
import { useText } from '@/locale/use-text'

interface PlaceOnMapProps {
  place: NonNullable<Report['place']>
  station: Report['station']
  /** what was reported there */
  name: string
}

/** Where the pin is, told and shown from the station: a pin alone on a grid says nothing. */
export function PlaceOnMap({ place, station, name }: PlaceOnMapProps) {
  const t = useText()
  const landmark = useLandmark(station)
  const words = usePlaceWords(place, landmark)
  return (
    <Disclosure title={t('report.fact.map')}>
      <Box gap={2}>
        <Text block>{words}</Text>
        <GridMap label={words} centre={place} pin={place} pinName={name} landmarks={landmark && [landmark]} />
      </Box>
    </Disclosure>
  )
}

function useLandmark(station: Report['station']): Landmark | undefined {
  const locale = useStore(language, (now) => now.locale)
  const query = useQuery({
    queryKey: ['station', station?.number, locale],
    queryFn: ({ signal }) => getStation(station?.number ?? '', signal),
    enabled: station !== null,
    staleTime: Infinity,
  })
  return query.data && { lat: query.data.place.lat, lng: query.data.place.lng, label: query.data.name }
}

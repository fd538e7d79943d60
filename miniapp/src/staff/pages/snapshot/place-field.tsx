import { useQuery } from '@tanstack/react-query'
import type { Account } from '@shared/contract/session.ts'
import { useState } from 'react'
import { getStation } from '@/api/stations'
import { PlacePicker, type PlaceValue } from '@/components/place-picker/place-picker'
import { usePlaceWords } from '@/components/place-picker/use-place-words'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { GridMap } from '@/kit/grid-map'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useStaffText } from '../../locale/use-staff-text'
import { changeSnapshot, useSnapshotDraft } from '../../state/snapshot-draft'
import { useLocale } from '../../state/use-locale'

interface PlaceFieldProps {
  id: string
  account: Account
  error?: string
}

/** Where the map begins as long as the station's own place is not known: the middle of the city. */
const CITY = { lat: 23.1291, lng: 113.2644 }

function useOwnStation({ stationNumber = '' }: Account) {
  const locale = useLocale()
  return useQuery({
    queryKey: ['station', stationNumber, locale],
    queryFn: ({ signal }) => getStation(stationNumber, signal),
    enabled: stationNumber !== '',
    staleTime: Infinity,
  })
}

/** The proposed place to be looked at; the picker for who wants another one, or has none yet. */
export function PlaceField({ id, account, error }: PlaceFieldProps) {
  const t = useStaffText()
  const { data: station } = useOwnStation(account)
  const position = useSnapshotDraft((draft) => draft.position)
  const address = useSnapshotDraft((draft) => draft.address)
  const [picking, setPicking] = useState(false)
  const landmark = station && { ...station.place, label: station.name }
  const landmarks = landmark ? [landmark] : []
  const words = usePlaceWords(position, landmark)
  const pick = (place: PlaceValue) => {
    // Whoever has begun to pick goes on picking.
    setPicking(true)
    changeSnapshot(place)
  }
  return (
    <Card as="section" label={t('staff.snapshot.place')}>
      <Box gap={3}>
        <Heading>{t('staff.snapshot.place')}</Heading>
        {position && !picking ? (
          <>
            <GridMap label={words} centre={position} pin={position} landmarks={landmarks} />
            <Text block>{address || words}</Text>
            <Button id={`${id}-map`} block icon="edit" onClick={() => setPicking(true)}>
              {t('common.change')}
            </Button>
          </>
        ) : (
          <PlacePicker
            id={id}
            value={{ position, address }}
            onChange={pick}
            centre={position ?? station?.place ?? CITY}
            landmarks={landmarks}
            errors={{ position: error }}
            optional
          />
        )}
      </Box>
    </Card>
  )
}

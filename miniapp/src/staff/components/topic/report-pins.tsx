import { useState } from 'react'
import { Box } from '@/kit/box'
import { PinMap } from '@/kit/pin-map'
import { Text } from '@/kit/text'
import { useStaffText } from '../../locale/use-staff-text'
import { type MemberReport, MemberRow } from './member-row'
import { List } from '@/kit/list'

interface ReportPinsProps {
  /** What they are reports of: a page may have several such maps. */
  of: string
  reports: readonly MemberReport[]
}

/** Reports on a map; a pin shows what stands there. Nothing where none has a position. */
export function ReportPins({ of, reports }: ReportPinsProps) {
  const t = useStaffText()
  const [chosen, setChosen] = useState<string[]>([])
  const pins = reports.flatMap(({ number, place, text }) =>
    place ? [{ id: number, label: text.slice(0, 30), lat: place.lat, lng: place.lng }] : [],
  )
  if (pins.length === 0) return null
  const shown = reports.filter(({ number }) => chosen.includes(number))
  return (
    <Box gap={2}>
      <PinMap
        label={t('staff.topic.map', { of })}
        pins={pins}
        chosen={chosen}
        onChoose={setChosen}
        several={(n) => t('public.map.several', { n })}
      />
      <Text block size="small" tone="muted">
        {t('staff.topic.map.hint', { n: pins.length, all: reports.length })}
      </Text>
      {shown.length > 0 && (
        <List label={t('public.map.here')}>
          {shown.map((report) => (
            <MemberRow key={report.number} report={report} />
          ))}
        </List>
      )}
    </Box>
  )
}

import type { ReportRow as Row } from '@shared/contract/report.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { List } from '@/kit/list'
import { PinMap } from '@/kit/pin-map'
import { Text } from '@/kit/text'
import { useStaffText } from '../locale/use-staff-text'
import { useCategoryIcon } from '../state/use-category-icon'
import { ReportRow } from './report-row'

interface ReportMapProps {
  rows: readonly Row[]
  /** the report beside the map; its pin stands out */
  selected: string
  /** a pin was pressed; pressed again, the next of those that stand there */
  onSelect: (number: string) => void
}

/** Where the reports of a list are. */
export function ReportMap({ rows, selected, onSelect }: ReportMapProps) {
  const choose = (numbers: string[]) => {
    const next = numbers[(numbers.indexOf(selected) + 1) % numbers.length]
    if (next) onSelect(next)
  }
  return <Pins rows={rows} chosen={[selected]} onChoose={choose} />
}

/** The same on a phone: what stands at a pin is shown under the map. */
export function ReportMapAbove({ rows }: { rows: readonly Row[] }) {
  const t = useStaffText()
  const iconFor = useCategoryIcon()
  const [chosen, setChosen] = useState<string[]>([])
  const here = rows.filter(({ number }) => chosen.includes(number))
  return (
    <Box gap={3}>
      <Pins rows={rows} chosen={chosen} onChoose={setChosen} />
      {here.length > 0 && (
        <List label={t('public.map.here')}>
          {here.map((row) => (
            <ReportRow key={row.number} row={row} icon={iconFor(row.category.code)} mine={false} />
          ))}
        </List>
      )}
    </Box>
  )
}

interface PinsProps {
  rows: readonly Row[]
  chosen: readonly string[]
  onChoose: (numbers: string[]) => void
}

function Pins({ rows, chosen, onChoose }: PinsProps) {
  const t = useStaffText()
  const pins = rows.flatMap(({ number, place, category, district }) =>
    place ? [{ id: number, label: `${category.name} · ${district.name}`, ...place }] : [],
  )
  if (pins.length === 0) return <Text block>{t('staff.map.none')}</Text>
  return (
    <Box gap={1}>
      <PinMap
        label={t('staff.map')}
        pins={pins}
        chosen={chosen}
        onChoose={onChoose}
        several={(n) => t('public.map.several', { n })}
      />
      <Text block size="small" tone="muted">
        {t('staff.map.note', { n: pins.length })}
      </Text>
    </Box>
  )
}

import type { ReportRow } from '@shared/contract/report.ts'
import { useState } from 'react'
import { PublicRow } from '@/components/public-report/public-row'
import { Box } from '@/kit/box'
import { List } from '@/kit/list'
import { PinMap } from '@/kit/pin-map'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

/** The same reports by place; a pin shows what stands there. Places are true to about 100 m, and the map says so. */
export function PublicMap({ rows }: { rows: readonly ReportRow[] }) {
  const t = useText()
  const [chosen, setChosen] = useState<string[]>([])
  const pins = rows.flatMap(({ number, place, category, district }) =>
    place ? [{ id: number, label: `${category.name} · ${district.name}`, ...place }] : [],
  )
  const shown = rows.filter(({ number }) => chosen.includes(number))
  if (pins.length === 0) return <Text block>{t('public.map.none')}</Text>
  return (
    <Box gap={3}>
      <PinMap
        label={t('public.map')}
        pins={pins}
        chosen={chosen}
        onChoose={setChosen}
        several={(n) => t('public.map.several', { n })}
      />
      <Text block size="small" tone="muted">
        {t(shown.length > 0 ? 'public.map.coarse' : 'public.map.hint')}
      </Text>
      {shown.length > 0 && (
        <List label={t('public.map.here')}>
          {shown.map((row) => (
            <PublicRow key={row.number} row={row} />
          ))}
        </List>
      )}
    </Box>
  )
}

import type { Station } from '@shared/contract/station.ts'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition, type DefinitionRow } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'

/** What the station has done, counted, with the denominators; a median, because an average hides the long waits. */
export function StationFigures({ figures }: { figures: Station['figures'] }) {
  const t = useText()
  const format = useFormat()
  const { received, answered, open } = figures
  if (received === 0) {
    return (
      <Card look="tint">
        <Text block>{t('station.figures.none')}</Text>
      </Card>
    )
  }
  return (
    <Card as="section" label={t('station.figures')}>
      <Box gap={3}>
        <Heading>{t('station.figures')}</Heading>
        <Box row className="station-numbers">
          <Figure label={t('station.received')} value={format.number(received)} />
          <Figure label={t('station.answered')} value={format.number(answered)} />
          <Figure label={t('station.open')} value={format.number(open)} />
        </Box>
        <Rest figures={figures} />
        <Text block size="small" tone="muted">
          {t('station.figures.note')}
        </Text>
      </Box>
    </Card>
  )
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <Box className="station-number">
      <Text block size="small" tone="muted">
        {label}
      </Text>
      <Text block size="figure">
        {value}
      </Text>
    </Box>
  )
}

/** What became of the others, so that the figures add up, and how fast the answers came. */
function Rest({ figures }: { figures: Station['figures'] }) {
  const rows = [...useUnanswered(figures), ...useSpeed(figures)]
  if (rows.length === 0) return null
  return (
    <Box className="station-rest">
      <Definition rows={rows} />
    </Box>
  )
}

function useUnanswered({ received, open, answered, declined }: Station['figures']): DefinitionRow[] {
  const t = useText()
  const counts = { declined, withdrawn: received - open - answered - declined }
  return (['declined', 'withdrawn'] as const)
    .filter((fate) => counts[fate] > 0)
    .map((fate) => ({ label: t(`station.${fate}`), value: t('station.count', { n: counts[fate] }) }))
}

function useSpeed({ answered, answeredInTime, medianHours }: Station['figures']): DefinitionRow[] {
  const t = useText()
  const span = useSpan()
  if (answered === 0) return []
  const rows: DefinitionRow[] = [
    {
      label: t('station.in-time'),
      value: t('station.in-time.value', { n: answeredInTime, total: answered }),
    },
  ]
  if (medianHours !== null) {
    rows.push({ label: t('station.speed'), value: t('station.speed.value', { span: span(medianHours) }) })
  }
  return rows
}

const DAY = 24

/** Hours in words; whole days from a day on, rounded up: nobody is promised too much. */
function useSpan(): (hours: number) => string {
  const t = useText()
  return (hours) =>
    hours >= DAY
      ? t('station.days', { n: Math.ceil(hours / DAY) })
      : t('station.hours-long', { n: Math.max(1, Math.ceil(hours)) })
}

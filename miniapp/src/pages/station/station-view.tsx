import type { Station } from '@shared/contract/station.ts'
import { OpinionsTurnedOff } from '@/components/turned-off/turned-off'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { Deputies } from './deputies'
import { HowItWorks } from './how-it-works'
import { StationFigures } from './station-figures'
import './station.scss'

/** Who they are, what they have answered, and one big button. */
export function StationView({ station }: { station: Station }) {
  const t = useText()
  const { code, number, place, district, street, hours, figures, deputies, onDuty } = station
  return (
    <>
      <Box row wrap gap={2} align="center" className="station-under">
        <Badge tone="good" icon="building">
          {t('station.number', { number })}
        </Badge>
        <Text tone="muted">
          {district.name} {street.name}
        </Text>
      </Box>
      <OpinionsTurnedOff />
      <Box gap={2}>
        <Link
          to="report-new"
          query={{ station: code }}
          kind="primary"
          block
          icon="edit"
          className="station-report"
        >
          {t('station.report')}
        </Link>
        <Text block size="small" tone="muted" className="station-hint">
          {t('station.report.hint')}
        </Text>
      </Box>
      <StationFigures figures={figures} />
      <Link to="figures" query={{ district: district.code }} icon="list">
        {t('figures.station', { district: district.name })}
      </Link>
      <HowItWorks />
      <Card>
        <Definition
          label={t('station.title')}
          rows={[
            { label: t('station.place'), value: place.address ?? `${district.name} ${street.name}` },
            { label: t('station.hours'), value: hours },
          ]}
        />
      </Card>
      <Deputies deputies={deputies} onDuty={onDuty} />
    </>
  )
}

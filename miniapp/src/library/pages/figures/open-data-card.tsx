import { LICENCE } from '@shared/domain/open-data.ts'
import { OPEN_FIGURES } from '@/api/open-figures'
import { openDataAddress, type StatisticsAsked } from '@/api/statistics'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

const FILES = {
  figures: OPEN_FIGURES,
  reports: '/open-data/reports.csv',
  map: '/open-data/reports.geojson',
  feed: '/feeds/reports.atom',
  api: '/api/docs',
} as const

/** What may be taken along, and under which terms. */
export function OpenDataCard({ asked }: { asked: StatisticsAsked }) {
  const t = useText()
  return (
    <Card as="section" label={t('figures.data')}>
      <Box gap={2}>
        <Heading>{t('figures.data')}</Heading>
        <Text block size="small" tone="muted">
          {t('figures.data.text', { licence: LICENCE.id })}
        </Text>
        <Box className="figures-files">
          <Link icon="download" href={openDataAddress('/open-data/statistics.csv', asked)}>
            {t('figures.data.statistics')}
          </Link>
          {(['figures', 'reports', 'map', 'feed'] as const).map((file) => (
            <Link key={file} icon="download" href={openDataAddress(FILES[file])}>
              {t(`figures.data.${file}`)}
            </Link>
          ))}
          <Link icon="list" href={openDataAddress(FILES.api)}>
            {t('figures.data.api')}
          </Link>
          <Link icon="check" href={LICENCE.url}>
            {t('figures.data.licence', { licence: LICENCE.id })}
          </Link>
        </Box>
      </Box>
    </Card>
  )
}

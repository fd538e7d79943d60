import type { ReportRow } from '@shared/contract/report.ts'
import { addressOf } from '@/api/photos'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Box } from '@/kit/box'
import { ListItem } from '@/kit/list-item'
import { Picture } from '@/kit/picture'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import './public-row.scss'

export interface PublicRowProps {
  row: ReportRow
  /** metres from what is asked about */
  distance?: number | null
}

/** A public report in a list: what it is, where it stands, who else has met it. */
export function PublicRow({ row, distance }: PublicRowProps) {
  const t = useText()
  const format = useFormat()
  const { number, state, round, category, text, district, station, photo, joins, createdAt } = row
  const where = [district.name, station?.name, format.ago(createdAt)]
  if (distance !== undefined && distance !== null) where.unshift(format.distance(distance))
  return (
    <ListItem to="report" query={{ number }}>
      <Box row gap={3} align="start">
        <Box grow gap={2} className="public-words">
          <Box row wrap gap={2} align="center">
            <StatusBadge state={state} round={round} />
            {joins > 0 && (
              <Text size="small" tone="muted">
                {t('join.count', { n: joins })}
              </Text>
            )}
          </Box>
          <Text block strong>
            {category.name}
          </Text>
          <Text block className="public-text">
            {text || t('report.erased')}
          </Text>
          <Text block size="small" tone="muted">
            {where.filter(Boolean).join(' · ')}
          </Text>
        </Box>
        {photo && <Picture src={addressOf(photo)} alt="" shape="square" className="public-photo" />}
      </Box>
    </ListItem>
  )
}

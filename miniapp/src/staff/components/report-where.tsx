import type { Report } from '@shared/contract/report.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { GridMap } from '@/kit/grid-map'
import { Heading } from '@/kit/heading'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { copyText } from '@/platform/clipboard'
import { useStaffText } from '../locale/use-staff-text'
import { useStationOf } from '../state/use-offices'

const DIGITS = 5

/** The place in words and on a map; its position can be copied into any map. */
export function ReportWhere({ report }: { report: Report }) {
  const t = useStaffText()
  const { place, address, district } = report
  return (
    <Card as="section" label={t('staff.report.where')}>
      <Box gap={3}>
        <Heading>{t('staff.report.where')}</Heading>
        <Text block strong>
          {[district.name, address].filter(Boolean).join(' · ')}
        </Text>
        {!place && !address && (
          <Text block tone="muted">
            {t('staff.report.where.none')}
          </Text>
        )}
        {place && <Position report={report} lat={place.lat} lng={place.lng} />}
      </Box>
    </Card>
  )
}

function Position({ report, lat, lng }: { report: Report; lat: number; lng: number }) {
  const t = useStaffText()
  const station = useStationOf(report)
  const [copied, setCopied] = useState('')
  const landmarks = station.data ? [{ ...station.data.place, label: station.data.name }] : []
  const words = t('staff.report.where.position', { lat: lat.toFixed(DIGITS), lng: lng.toFixed(DIGITS) })
  const copy = async () => {
    const done = await copyText(`${lat.toFixed(DIGITS)},${lng.toFixed(DIGITS)}`)
    setCopied(done ? t('staff.report.where.copied') : '')
  }
  return (
    <>
      <GridMap
        label={words}
        centre={{ lat, lng }}
        pin={{ lat, lng }}
        pinName={report.category.name}
        landmarks={landmarks}
      />
      <Box row wrap gap={2} align="center" justify="between">
        <Text size="small" tone="muted">
          {copied || words}
        </Text>
        <Button small icon="copy" onClick={() => void copy()}>
          {t('staff.report.where.copy')}
        </Button>
      </Box>
      <LiveRegion message={copied} />
    </>
  )
}

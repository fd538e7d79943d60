import type { SimilarReport } from '@shared/contract/report-join.ts'
import type { ReportAnswer } from '@shared/contract/report.ts'
import { useState } from 'react'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useHotkeys } from '@/platform/use-hotkeys'
import { useWide } from '@/platform/use-wide'
import { useStaffText } from '../../locale/use-staff-text'
import { useSimilar } from '../../state/use-similar'
import type { AtOnce } from '../action-form/at-once-button'
import { useAtOnce } from '../action-form/use-at-once'
import { CompareSheet } from './compare-sheet'

/** Whether somebody decides at this moment if a report is a new matter. */
export function isPreReview({ report, actions }: ReportAnswer): boolean {
  return report.state === 'submitted' && !report.anonymised && actions.includes('merge')
}

/** Beside a new report: what may be the same matter, to be compared and merged with one press. */
export function SimilarBeside(given: AtOnce) {
  const t = useStaffText()
  const wide = useWide()
  const query = useSimilar(given.answer.report, isPreReview(given.answer))
  const [compared, setCompared] = useState<SimilarReport | null>(null)
  const items = query.data ?? []
  const [nearest] = items
  useHotkeys({ m: () => nearest && setCompared(nearest) }, wide && nearest !== undefined)
  if (!isPreReview(given.answer)) return null
  if (query.isError) return <Banner tone="wait">{t('staff.similar.failed')}</Banner>
  if (items.length === 0) return null
  return (
    <Card as="section" label={t('staff.similar.title')}>
      <Box gap={3}>
        <Box gap={1}>
          <Heading>{t('staff.similar.title')}</Heading>
          <Text block size="small" tone="muted">
            {t('staff.similar.text')}
          </Text>
        </Box>
        {items.map((similar) => (
          <Similar key={similar.number} {...given} similar={similar} onCompare={() => setCompared(similar)} />
        ))}
      </Box>
      {compared && <CompareSheet {...given} similar={compared} onClose={() => setCompared(null)} />}
    </Card>
  )
}

interface SimilarProps extends AtOnce {
  similar: SimilarReport
  onCompare: () => void
}

function Similar({ similar, onCompare, ...given }: SimilarProps) {
  const t = useStaffText()
  const format = useFormat()
  const { busy, send } = useAtOnce(given, 'merge', { leadNumber: similar.number })
  const { state, round, distance, createdAt, holder, text } = similar
  const where = [
    distance === null ? '' : format.distance(distance),
    format.ago(createdAt),
    holder?.name ?? '',
  ]
  return (
    <Box gap={2} className="staff-similar">
      <Box row wrap gap={2} align="center">
        <StatusBadge state={state} round={round} />
        <Text size="small" tone="muted">
          {where.filter(Boolean).join(' · ')}
        </Text>
      </Box>
      <Text block className="staff-row-text">
        {text}
      </Text>
      <Box row wrap gap={2}>
        <Button small icon="eye" onClick={onCompare}>
          {t('staff.similar.compare')}
        </Button>
        <Button small icon="merge" busy={busy} onClick={send}>
          {t('staff.similar.merge')}
        </Button>
      </Box>
    </Box>
  )
}

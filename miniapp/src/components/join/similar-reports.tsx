import { useQuery } from '@tanstack/react-query'
import type { SimilarReport } from '@shared/contract/report-join.ts'
import { useState } from 'react'
import { findSimilar, type Sought } from '@/api/reports'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { useIsOff } from '@/state/city-switches'
import { JoinButton } from './join-button'
import { useJoin } from './use-join'

export interface SimilarReportsProps {
  sought: Sought
  /** the person would rather join than write on */
  onGiveUp: () => void
}

/** So many are shown: a longer list would be a task. */
const SHOWN = 3

/** What others near by have reported already; nothing at all where there is nothing, or no network. */
export function SimilarReports({ sought, onGiveUp }: SimilarReportsProps) {
  const t = useText()
  const isOff = useIsOff('public-list')
  const { near, category, text } = sought
  const query = useQuery({
    queryKey: ['reports', 'similar', near, category, text],
    queryFn: ({ signal }) => findSimilar(sought, signal),
    enabled: near !== null && !isOff,
  })
  const items = query.data?.items.slice(0, SHOWN) ?? []
  if (items.length === 0) return null
  return (
    <Card as="section" label={t('similar.title')}>
      <Box gap={4}>
        <Box gap={1}>
          <Heading>{t('similar.title')}</Heading>
          <Text block tone="muted">
            {t('similar.text')}
          </Text>
        </Box>
        {items.map((report) => (
          <Similar key={report.number} report={report} onGiveUp={onGiveUp} />
        ))}
      </Box>
    </Card>
  )
}

function Similar({ report, onGiveUp }: { report: SimilarReport; onGiveUp: () => void }) {
  const t = useText()
  const format = useFormat()
  const join = useJoin(report.number, { joins: report.joins, joined: false })
  const { state, round, category, text, distance, createdAt } = report
  const where = [distance === null ? '' : format.distance(distance), format.ago(createdAt)]
  return (
    <Box gap={2} className="similar">
      <Box row wrap gap={2} align="center">
        <StatusBadge state={state} round={round} />
        <Text size="small" tone="muted">
          {where.filter(Boolean).join(' · ')}
        </Text>
      </Box>
      <Text block>
        {category.name}：{text}
      </Text>
      {join.joins > 0 && (
        <Text block size="small" tone="muted">
          {t('join.count', { n: join.joins })}
        </Text>
      )}
      <Box row wrap gap={2}>
        <JoinButton join={join} />
        <Link to="report" query={{ number: report.number }}>
          {t('similar.look')}
        </Link>
      </Box>
      {join.joined && <Joined onGiveUp={onGiveUp} />}
    </Box>
  )
}

/** Having joined, most need not write any more; what they wrote is theirs all the same. */
function Joined({ onGiveUp }: { onGiveUp: () => void }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Banner
        tone="good"
        title={t('similar.joined')}
        actions={
          <Button small onClick={() => setAsking(true)}>
            {t('similar.give-up')}
          </Button>
        }
      >
        {t('join.done.text')}
      </Banner>
      <ConfirmSheet
        open={asking}
        title={t('similar.give-up.ask')}
        text={t('report-new.fresh.text')}
        confirm={t('similar.give-up')}
        danger
        onConfirm={() => {
          setAsking(false)
          onGiveUp()
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

import type { Report } from '@shared/contract/report.ts'
import { OPEN_STATES } from '@shared/domain/report-state.ts'
import { PromiseArithmetic } from '@/components/promise-arithmetic/promise-arithmetic'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition, type DefinitionRow } from '@/kit/definition'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'

/** Where it stands in plain words, who has it and until when, and the promised date with its arithmetic. */
export function StateCard({ report }: { report: Report }) {
  const t = useText()
  const rows = useRows(report)
  return (
    <Card as="section" label={t('report.title')}>
      <Box gap={3}>
        <Box>
          <StatusBadge state={report.state} round={report.round} />
        </Box>
        <Text block size="large" strong>
          {t(`report.plain.${report.state}`, { name: report.holder?.name ?? '' })}
        </Text>
        <Definition rows={rows} />
        <PromiseArithmetic promises={report.promises} />
      </Box>
    </Card>
  )
}

function useRows(report: Report): DefinitionRow[] {
  const t = useText()
  const format = useFormat()
  const { dueAt } = report
  const open = (OPEN_STATES as readonly string[]).includes(report.state)
  const rows: DefinitionRow[] = []
  if (dueAt) rows.push({ label: t('report.due'), value: `${format.date(dueAt)} · ${format.left(dueAt)}` })
  rows.push({ label: t(open ? 'report.promise' : 'report.promise.kept'), value: <PromisedDate report={report} /> })
  return rows
}

function PromisedDate({ report }: { report: Report }) {
  const t = useText()
  const format = useFormat()
  const before = report.promises.length > 1 ? report.promises[0] : undefined
  return (
    <Box gap={1}>
      <Box row wrap gap={2} align="center">
        <Text strong>{format.date(report.promisedAt)}</Text>
        {report.promisedProvisional && <Badge tone="wait">{t('report.promise.provisional')}</Badge>}
      </Box>
      {before && (
        <Text size="small" tone="muted">
          {t('report.promise.moved-note', { date: format.date(before.at) })}
        </Text>
      )}
    </Box>
  )
}

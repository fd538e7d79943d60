import { formatReportNumber } from '@shared/domain/receipt.ts'
import type { State } from '@shared/domain/report-state.ts'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Box } from '@/kit/box'
import { Link } from '@/kit/link'

/** The way to the report that this one follows, and how far it is. */
export function LeadLink({ number, state }: { number: string; state: State }) {
  return (
    <Box row wrap gap={2} align="center">
      <ReportLink number={number} />
      <StatusBadge state={state} />
    </Box>
  )
}

/** The ways to the reports that follow this one. */
export function FollowerLinks({ numbers }: { numbers: readonly string[] }) {
  return (
    <Box row wrap gap={3}>
      {numbers.map((number) => (
        <ReportLink key={number} number={number} />
      ))}
    </Box>
  )
}

function ReportLink({ number }: { number: string }) {
  return (
    <Link to="staff-report" query={{ number }}>
      {formatReportNumber(number)}
    </Link>
  )
}

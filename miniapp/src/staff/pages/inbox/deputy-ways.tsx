import type { Account } from '@shared/contract/session.ts'
import { Box } from '@/kit/box'
import { Link } from '@/kit/link'
import { SnapshotOutbox } from '../../components/snapshot-outbox'
import { useStaffText } from '../../locale/use-staff-text'

/** The camera first; below it what has not gone out yet, and the two things that are no report. */
export function DeputyWays({ account }: { account: Account }) {
  const t = useStaffText()
  return (
    <>
      <Link to="staff-snapshot" kind="primary" block icon="camera">
        {t('staff.snapshot.open')}
      </Link>
      <SnapshotOutbox account={account} />
      <Box row wrap gap={2}>
        <Link to="staff-problems" kind="plain" icon="flag">
          {t('staff.problem.title')}
        </Link>
        <Link to="staff-my-record" kind="plain" icon="calendar">
          {t('staff.record.title')}
        </Link>
      </Box>
    </>
  )
}

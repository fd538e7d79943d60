import type { Account } from '@shared/contract/session.ts'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { StaffPage } from '../../components/staff-page'
import { useStaffText } from '../../locale/use-staff-text'
import { useSnapshotDraft } from '../../state/snapshot-draft'
import { FirstShot } from './first-shot'
import { SnapshotForm } from './snapshot-form'
import { SnapshotReceipt } from './snapshot-receipt'
import { useSnapshot } from './use-snapshot'

export default function SnapshotPage() {
  const t = useStaffText()
  return (
    <StaffPage
      title={t('staff.snapshot.title')}
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: 'staff-snapshot' }}
    >
      {(account) => (account.role === 'deputy' ? <Snapshot account={account} /> : <DeputiesOnly />)}
    </StaffPage>
  )
}

/** Camera first; once there is a photo, the rest; then the receipt. */
function Snapshot({ account }: { account: Account }) {
  const snapshot = useSnapshot()
  const isEmpty = useSnapshotDraft((draft) => draft.photoKeys.length === 0 && draft.text === '')
  if (snapshot.receipt) return <SnapshotReceipt report={snapshot.receipt} onAgain={snapshot.again} />
  return isEmpty ? <FirstShot /> : <SnapshotForm account={account} snapshot={snapshot} />
}

function DeputiesOnly() {
  const t = useStaffText()
  const home = (
    <Link to="home" kind="plain">
      {t('common.home')}
    </Link>
  )
  return (
    <EmptyState title={t('staff.snapshot.deputies-only')} actions={home}>
      {t('staff.snapshot.deputies-only.text')}
    </EmptyState>
  )
}

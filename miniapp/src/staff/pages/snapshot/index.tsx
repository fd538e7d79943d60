import type { Account } from '@shared/contract/session.ts'
import { DeputyPage } from '../../components/deputy-page'
import { EmptyState } from '@/kit/empty-state'
import { useIsOff } from '@/state/city-switches'
import { useStaffText } from '../../locale/use-staff-text'
import { isEmptySnapshot, useSnapshotDraft } from '../../state/snapshot-draft'
import { SnapshotOutbox } from '../../components/snapshot-outbox'
import { FirstShot } from './first-shot'
import { SnapshotForm } from './snapshot-form'
import { SnapshotSent } from './snapshot-sent'
import { useSnapshot } from './use-snapshot'

export default function SnapshotPage() {
  const t = useStaffText()
  return (
    <DeputyPage title={t('staff.snapshot.title')} here="staff-snapshot">
      {(account) => <Snapshot account={account} />}
    </DeputyPage>
  )
}

/** Camera first; once there is a photo, the rest; then what became of it. */
function Snapshot({ account }: { account: Account }) {
  const snapshot = useSnapshot(account.id)
  const isEmpty = useSnapshotDraft(isEmptySnapshot)
  const t = useStaffText()
  const isOff = useIsOff('snapshots')
  if (snapshot.sent) return <SnapshotSent account={account} sent={snapshot.sent} onAgain={snapshot.again} />
  if (isOff) return <EmptyState title={t('staff.snapshot.off')}>{t('staff.snapshot.off.text')}</EmptyState>
  if (!isEmpty) return <SnapshotForm account={account} snapshot={snapshot} />
  return (
    <>
      <FirstShot />
      <SnapshotOutbox account={account} />
    </>
  )
}

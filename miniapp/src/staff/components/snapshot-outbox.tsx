import type { Account } from '@shared/contract/session.ts'
import { useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { OutboxList } from '@/components/outbox-banner/outbox-list'
import { navigate } from '@/platform/navigation'
import { type OutboxEntry, removeFromOutbox } from '@/state/outbox'
import { useStaffText } from '../locale/use-staff-text'
import { forgetSnapshot, isEmptySnapshot, resumeSnapshot, useSnapshotDraft } from '../state/snapshot-draft'

/** Snapshots of this deputy that lie on this device, with what can be done about each. */
export function SnapshotOutbox({ account }: { account: Account }) {
  const t = useStaffText()
  const [asking, setAsking] = useState<OutboxEntry | null>(null)
  const open = (entry: OutboxEntry) => {
    forgetSnapshot()
    resumeSnapshot(entry.draft)
    removeFromOutbox(entry.key)
    setAsking(null)
    navigate('staff-snapshot')
  }
  // A half-made other one must not vanish without a word.
  const reopen = (entry: OutboxEntry) =>
    isEmptySnapshot(useSnapshotDraft.getState()) ? open(entry) : setAsking(entry)
  return (
    <>
      <OutboxList deputy={account.id} onReopen={reopen} />
      <ConfirmSheet
        open={asking !== null}
        title={t('outbox.edit.ask')}
        text={t('outbox.edit.text')}
        confirm={t('outbox.edit.yes')}
        onConfirm={() => asking && open(asking)}
        onClose={() => setAsking(null)}
      />
    </>
  )
}

import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { useStaffText } from '../locale/use-staff-text'
import type { ListChoice } from '../state/use-reports'

/** A list by what it holds, or by what waits in it. */
export type ListName = ListChoice['scope'] | 'review' | 'answer'

/** Why a list is empty, and what can be done. */
export function EmptyList({ name }: { name: ListName }) {
  const t = useStaffText()
  const snap = (
    <Link to="staff-snapshot" kind="primary" icon="camera">
      {t('staff.snapshot.open')}
    </Link>
  )
  return (
    <EmptyState
      drawing={emptyInboxDrawing}
      title={t(`staff.inbox.empty.${name}`)}
      actions={name === 'mine' ? snap : undefined}
    >
      {t(`staff.inbox.empty.${name}.text`)}
    </EmptyState>
  )
}

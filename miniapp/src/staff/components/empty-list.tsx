import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { useStaffText } from '../locale/use-staff-text'
import type { ListChoice } from '../state/use-reports'

/** Why a list is empty, and what can be done. */
export function EmptyList({ scope }: Pick<ListChoice, 'scope'>) {
  const t = useStaffText()
  const snap = (
    <Link to="staff-snapshot" kind="primary" icon="camera">
      {t('staff.snapshot.open')}
    </Link>
  )
  return (
    <EmptyState
      drawing={emptyInboxDrawing}
      title={t(`staff.inbox.empty.${scope}`)}
      actions={scope === 'mine' ? snap : undefined}
    >
      {t(`staff.inbox.empty.${scope}.text`)}
    </EmptyState>
  )
}

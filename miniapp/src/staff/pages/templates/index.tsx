import type { Account } from '@shared/contract/session.ts'
import type { TemplateAction } from '@shared/domain/answer-template.ts'
import { EmptyState } from '@/kit/empty-state'
import { StaffPage } from '../../components/staff-page'
import { useStaffText } from '../../locale/use-staff-text'
import { Templates } from './templates'

/** Where each office writes to others. */
const ACTIONS: Partial<Record<Account['role'], readonly TemplateAction[]>> = {
  station: ['ask', 'decline', 'send_back'],
  body: ['finish', 'bounce', 'extend'],
}

/** The answer templates of an office: its own to be changed, the city's to be read. */
export default function TemplatesPage() {
  const t = useStaffText()
  return (
    <StaffPage
      title={t('staff.templates.title')}
      lead={t('staff.templates.lead')}
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: 'staff-templates' }}
    >
      {({ role }) => {
        const actions = ACTIONS[role]
        if (!actions) return <EmptyState title={t('staff.own.only')}>{t('staff.templates.only')}</EmptyState>
        return <Templates actions={actions} />
      }}
    </StaffPage>
  )
}

import type { Role } from '@shared/domain/actor.ts'
import { STATES, type State } from '@shared/domain/report-state.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Checkbox } from '@/kit/checkbox'
import { Select } from '@/kit/select'
import { ReportList, type ReportListProps } from '../../components/report-list'
import { useStaffText } from '../../locale/use-staff-text'
import type { ListChoice } from '../../state/use-reports'

export type InboxTab = 'inbox' | 'visible' | 'mine'

/** Only deputies file reports from their desk. */
export function tabsOf(role: Role): InboxTab[] {
  return role === 'deputy' ? ['inbox', 'mine', 'visible'] : ['inbox', 'visible']
}

interface InboxPanelProps extends Omit<ReportListProps, 'choice'> {
  tab: InboxTab
}

/** The list of a tab; "all" can be narrowed. */
export function InboxPanel({ tab, ...shown }: InboxPanelProps) {
  const [state, setState] = useState<State | ''>('')
  const [overdue, setOverdue] = useState(false)
  if (tab === 'inbox') return <ReportList choice={{ scope: 'inbox', sort: 'due' }} {...shown} />
  if (tab === 'mine') return <ReportList choice={{ scope: 'mine', sort: 'new' }} {...shown} />
  const choice: ListChoice = { scope: tab, sort: 'new', state, overdue }
  return (
    <Box gap={4}>
      <Box className="staff-filter">
        <StateFilter value={state} onChange={setState} />
        <OverdueFilter checked={overdue} onChange={setOverdue} />
      </Box>
      <ReportList choice={choice} {...shown} />
    </Box>
  )
}

function StateFilter({ value, onChange }: { value: State | ''; onChange: (state: State | '') => void }) {
  const t = useStaffText()
  return (
    <Select
      id="inbox-state"
      label={t('staff.inbox.state')}
      empty={t('staff.inbox.state.all')}
      value={value}
      options={STATES.map((state) => ({ value: state, label: t(`report.state.${state}`) }))}
      onChange={(chosen) => onChange(STATES.find((state) => state === chosen) ?? '')}
    />
  )
}

function OverdueFilter({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const t = useStaffText()
  return (
    <Checkbox
      id="inbox-overdue"
      label={t('staff.inbox.overdue-only')}
      checked={checked}
      onChange={onChange}
    />
  )
}

import type { Role } from '@shared/domain/actor.ts'
import { type ReactNode, useState } from 'react'
import { useSettled } from '@/components/search/use-settled'
import { Box } from '@/kit/box'
import { Disclosure } from '@/kit/disclosure'
import { Text } from '@/kit/text'
import { FoundByPhone } from '../../components/found-by-phone'
import { ReportFilters } from '../../components/report-filters'
import { ReportList, type ReportListProps } from '../../components/report-list'
import { SavedFilters } from '../../components/saved-filters'
import { useStaffText } from '../../locale/use-staff-text'
import { type InboxTab, TAB_CHOICES } from './inbox-tabs'
import { useListView } from '../../state/list-view'
import { choiceOf, isFiltered, phoneIn, type ReportFilter } from '../../state/report-filter'

/** The list behind a number of the dashboard may stand before the inbox itself. */
export const idsOf = (begin: ReportFilter) => (isFiltered(begin) ? 'matter' : 'inbox')

interface InboxPanelProps extends Omit<ReportListProps, 'choice'> {
  tab: InboxTab
  /** only these may look for a reporter by telephone number */
  role: Role
  /** what "all" begins with */
  begin: ReportFilter
}

const SEARCHES_PHONES: ReadonlySet<Role> = new Set(['station', 'body', 'supervisor'])

/** What is said when nothing is there: these two are parts of one scope. */
const emptyOf = (tab: InboxTab) => (tab === 'review' || tab === 'answer' ? tab : undefined)

/** The list of a tab; "all" can be searched and narrowed. */
export function InboxPanel({ tab, role, begin, ...shown }: InboxPanelProps) {
  const [filter, setFilter] = useState(begin)
  const q = useSettled(filter.q)
  const [{ sort }] = useListView()
  if (tab !== 'visible') {
    const list = <ReportList choice={TAB_CHOICES[tab]} empty={emptyOf(tab)} {...shown} />
    return role === 'supervisor' ? <SupervisorsTurn>{list}</SupervisorsTurn> : list
  }
  // What a supervisor looks after has an order of its own.
  const choice = choiceOf({ ...filter, q })
  const phone = SEARCHES_PHONES.has(role) ? phoneIn(q) : null
  return (
    <Box gap={4}>
      <SavedFilters filter={filter} onChoose={setFilter} />
      <ReportFilters
        filter={filter}
        onChange={setFilter}
        ids={idsOf(begin)}
        matters={role === 'supervisor'}
      />
      {phone !== null && <FoundByPhone key={phone} phone={phone} {...shown} />}
      <ReportList choice={filter.matter === '' ? { ...choice, sort } : choice} {...shown} />
    </Box>
  )
}

/** A supervisor's inbox holds what the dashboard counts as two matters: it says so before anybody compares the numbers. */
function SupervisorsTurn({ children }: { children: ReactNode }) {
  const t = useStaffText()
  return (
    <Box gap={3}>
      <Disclosure title={t('staff.dash.turn')}>
        <Text block>{t('staff.dash.turn.text')}</Text>
        <Text block>{t('staff.dash.turn.apart')}</Text>
      </Disclosure>
      {children}
    </Box>
  )
}

import type { Account } from '@shared/contract/session.ts'
import { Box } from '@/kit/box'
import { Link } from '@/kit/link'
import { Tabs } from '@/kit/tabs'
import type { ReportListProps } from '../../components/report-list'
import { useStaffText } from '../../locale/use-staff-text'
import { isFiltered, type ReportFilter } from '../../state/report-filter'
import { DeputyWays } from './deputy-ways'
import { InboxPanel } from './inbox-panel'
import { type InboxTab, tabsOf } from './inbox-tabs'

interface ListsProps extends Omit<ReportListProps, 'choice' | 'empty'> {
  account: Account
  /** what "all" begins with */
  begin: ReportFilter
  tab: InboxTab
  onTab: (tab: InboxTab) => void
}

/** The tab that is open at first. */
export function firstTab({ role }: Account, begin: ReportFilter): InboxTab {
  return isFiltered(begin) ? 'visible' : (tabsOf(role)[0] ?? 'inbox')
}

/** The tabs with their lists; on a phone each row leads to its page. */
export function Lists({ account, begin, tab, onTab, ...shown }: ListsProps) {
  const t = useStaffText()
  const isDeputy = account.role === 'deputy'
  const options = tabsOf(account.role).map((value) => ({
    value,
    label: t(isDeputy && value === 'visible' ? 'staff.inbox.tab.station' : `staff.inbox.tab.${value}`),
  }))
  return (
    <Box gap={4}>
      {isDeputy && <DeputyWays account={account} />}
      {account.role === 'supervisor' && (
        <Link to="staff-dashboard" kind="plain" block icon="eye">
          {t('staff.dash.title')}
        </Link>
      )}
      {account.role === 'station' && (
        <Link to="staff-station" kind="plain" block icon="qr">
          {t('staff.scans.open')}
        </Link>
      )}
      <Tabs label={t('staff.inbox.tabs')} value={tab} options={options} onChange={onTab}>
        <InboxPanel key={tab} tab={tab} role={account.role} begin={begin} {...shown} />
      </Tabs>
    </Box>
  )
}

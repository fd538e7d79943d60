import type { Account } from '@shared/contract/session.ts'
import { useState } from 'react'
import { Button } from '@/kit/button'
import { useSession } from '@/state/session'
import { useQuery } from '@/platform/navigation'
import { useWide } from '@/platform/use-wide'
import { AdminLinks } from '../../components/admin-links'
import { StaffPage } from '../../components/staff-page'
import { useStaffText } from '../../locale/use-staff-text'
import { filterIn, type ReportFilter, shownIn } from '../../state/report-filter'
import { isStaffAccount } from '../../state/use-staff'
import { Desk } from './desk'
import { firstTab, Lists } from './lists'

export default function InboxPage() {
  const t = useStaffText()
  const wide = useWide()
  const account = useSession((now) => now.account)
  const office = isStaffAccount(account) ? account.office : null
  const [help, setHelp] = useState(false)
  const [begin] = useState(filterIn(useQuery()))
  const keys = wide && (
    <Button kind="ghost" icon="info" onClick={() => setHelp(true)}>
      {t('staff.help.open')}
    </Button>
  )
  return (
    <StaffPage
      title={t('staff.inbox.title')}
      lead={office ?? undefined}
      here={{ to: 'staff-inbox', query: shownIn(begin) }}
      actions={keys}
      wide={wide}
    >
      {(staff) => {
        // Administrators keep the city going; the reports are the offices'.
        if (staff.role === 'admin') return <AdminLinks />
        return wide ? (
          <Desk account={staff} begin={begin} help={help} onHelp={setHelp} />
        ) : (
          <Phone account={staff} begin={begin} />
        )
      }}
    </StaffPage>
  )
}

function Phone({ account, begin }: { account: Account; begin: ReportFilter }) {
  const [tab, setTab] = useState(firstTab(account, begin))
  return <Lists account={account} begin={begin} tab={tab} onTab={setTab} />
}

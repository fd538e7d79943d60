import type { Account } from '@shared/contract/session.ts'
import { useCallback, useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Link } from '@/kit/link'
import { Tabs } from '@/kit/tabs'
import { Text } from '@/kit/text'
import { useSession } from '@/state/session'
import { useWide } from '@/platform/use-wide'
import { ReportDesk } from '../../components/report-desk'
import { StaffPage } from '../../components/staff-page'
import { useStaffText } from '../../locale/use-staff-text'
import { isStaffAccount } from '../../state/use-staff'
import { InboxKeys } from './inbox-keys'
import { type InboxTab, InboxPanel, tabsOf } from './inbox-panel'

export default function InboxPage() {
  const t = useStaffText()
  const wide = useWide()
  const account = useSession((now) => now.account)
  const office = isStaffAccount(account) ? account.office : null
  const [help, setHelp] = useState(false)
  const keys = wide && (
    <Button kind="ghost" icon="info" onClick={() => setHelp(true)}>
      {t('staff.help.open')}
    </Button>
  )
  return (
    <StaffPage
      title={t('staff.inbox.title')}
      lead={office ?? undefined}
      here={{ to: 'staff-inbox' }}
      actions={keys}
      wide={wide}
    >
      {(staff) => (wide ? <Desk account={staff} help={help} onHelp={setHelp} /> : <Lists account={staff} />)}
    </StaffPage>
  )
}

interface ListsProps {
  account: Account
  selected?: string
  onOpen?: (number: string) => void
  onRows?: (numbers: string[]) => void
}

/** The tabs with their lists; on a phone each row leads to its page. */
function Lists({ account, ...shown }: ListsProps) {
  const t = useStaffText()
  const [tab, setTab] = useState<InboxTab>('inbox')
  const options = tabsOf(account.role).map((value) => ({ value, label: t(`staff.inbox.tab.${value}`) }))
  return (
    <Box gap={4}>
      {account.role === 'deputy' && (
        <Link to="staff-snapshot" kind="primary" block icon="camera">
          {t('staff.snapshot.open')}
        </Link>
      )}
      <Tabs label={t('staff.inbox.tabs')} value={tab} options={options} onChange={setTab}>
        <InboxPanel key={tab} tab={tab} {...shown} />
      </Tabs>
    </Box>
  )
}

interface DeskProps {
  account: Account
  help: boolean
  onHelp: (open: boolean) => void
}

/** A wide window: the list on the left, the chosen report beside it. */
function Desk({ account, ...keys }: DeskProps) {
  const t = useStaffText()
  const [selected, setSelected] = useState('')
  const [numbers, setNumbers] = useState<string[]>([])
  const remember = useCallback((shown: string[]) => setNumbers(shown), [])
  return (
    <Box className="staff-desk">
      <Box as="section" label={t('staff.inbox.list')} className="staff-desk-list">
        <Lists account={account} selected={selected} onOpen={setSelected} onRows={remember} />
        <InboxKeys numbers={numbers} selected={selected} onSelect={setSelected} {...keys} />
      </Box>
      <Box
        as="section"
        label={t('staff.inbox.detail')}
        className="staff-desk-report staff-focus"
        id="staff-detail"
      >
        {selected ? (
          <ReportDesk key={selected} number={selected} />
        ) : (
          <Text block tone="muted" className="staff-desk-none">
            {t('staff.inbox.pick')}
          </Text>
        )}
      </Box>
    </Box>
  )
}

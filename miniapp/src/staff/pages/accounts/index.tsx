import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountAnswer, StaffAccount } from '@shared/contract/account.ts'
import { STAFF_ROLES, type Role } from '@shared/domain/actor.ts'
import { useState } from 'react'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { TextField } from '@/kit/text-field'
import { savesFiles } from '@/platform/saves-files'
import { exportAddresses, listAccounts } from '../../api/administration'
import { AdminPage } from '../../components/admin-page'
import { LoadMore } from '@/components/load-more/load-more'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { AccountSheet } from './account-sheet'
import { NewAccountSheet } from './new-account-sheet'

/** Who works here: finding, opening and closing accounts. */
export default function AccountsPage() {
  const t = useStaffText()
  return (
    <AdminPage title={t('staff.accounts.title')} lead={t('staff.accounts.lead')} here="staff-accounts">
      {(me) => <Accounts ownId={me.id} />}
    </AdminPage>
  )
}

type Chosen = { kind: 'new' } | { kind: 'account'; answer: AccountAnswer } | null

function useAccounts(words: string, role: Role | '') {
  const locale = useLocale()
  const filter = { ...(words && { q: words }), ...(role && role !== 'resident' && { role }) }
  return useInfiniteQuery({
    queryKey: ['staff', 'accounts', filter, locale],
    queryFn: ({ pageParam, signal }) =>
      listAccounts({ ...filter, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

function Accounts({ ownId }: { ownId: string }) {
  const t = useStaffText()
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const [role, setRole] = useState<Role | ''>('')
  const [chosen, setChosen] = useState<Chosen>(null)
  const query = useAccounts(words.trim(), role)
  const items = query.data?.pages.flatMap((page) => page.items)
  const show = (answer: AccountAnswer) => {
    setChosen({ kind: 'account', answer })
    void client.invalidateQueries({ queryKey: ['staff', 'accounts'] })
  }
  const close = () => setChosen(null)
  return (
    <Box gap={4}>
      <Box className="staff-deeds">
        <Button kind="primary" icon="plus" onClick={() => setChosen({ kind: 'new' })}>
          {t('staff.accounts.new')}
        </Button>
        {savesFiles && (
          <Link kind="plain" icon="download" href={exportAddresses.accounts} download="accounts.csv">
            {t('staff.admin.csv')}
          </Link>
        )}
      </Box>
      <Box className="staff-filter">
        <TextField
          id="accounts-words"
          type="search"
          label={t('staff.accounts.search')}
          value={words}
          onChange={setWords}
          autoComplete="off"
        />
        <RoleSelect value={role} onChange={setRole} />
      </Box>
      <LoadState query={{ ...query, data: items }} skeleton={{ look: 'list', rows: 6 }}>
        {(accounts) => <Rows accounts={accounts} onOpen={(account) => show({ account })} />}
      </LoadState>
      <LoadMore query={query} />
      {chosen?.kind === 'new' && <NewAccountSheet onDone={show} onClose={close} />}
      {chosen?.kind === 'account' && (
        <AccountSheet
          key={chosen.answer.account.id}
          answer={chosen.answer}
          isOwn={chosen.answer.account.id === ownId}
          onChanged={show}
          onClose={close}
        />
      )}
    </Box>
  )
}

function RoleSelect({ value, onChange }: { value: Role | ''; onChange: (role: Role | '') => void }) {
  const t = useStaffText()
  return (
    <Select
      id="accounts-role"
      label={t('staff.me.role')}
      empty={t('staff.accounts.role.all')}
      value={value}
      options={STAFF_ROLES.map((role) => ({ value: role, label: t(`staff.role.${role}`) }))}
      onChange={(chosen) => onChange(STAFF_ROLES.find((role) => role === chosen) ?? '')}
    />
  )
}

function Rows({ accounts, onOpen }: { accounts: StaffAccount[]; onOpen: (account: StaffAccount) => void }) {
  const t = useStaffText()
  if (accounts.length === 0) {
    return <EmptyState title={t('staff.accounts.empty')}>{t('staff.accounts.empty.text')}</EmptyState>
  }
  return (
    <List label={t('staff.accounts.title')}>
      {accounts.map((account) => (
        <ListItem
          key={account.id}
          icon="user"
          title={account.name}
          note={[account.username, t(`staff.role.${account.role}`), account.office]
            .filter(Boolean)
            .join(' · ')}
          aside={<Standing account={account} />}
          onClick={() => onOpen(account)}
        />
      ))}
    </List>
  )
}

/** Whether somebody can sign in with it. */
function Standing({ account }: { account: StaffAccount }) {
  const t = useStaffText()
  if (account.disabled) return <Badge tone="bad">{t('staff.accounts.disabled')}</Badge>
  if (account.invitedUntil) return <Badge tone="wait">{t('staff.accounts.invited')}</Badge>
  return null
}

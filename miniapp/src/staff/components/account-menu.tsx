import type { Account } from '@shared/contract/session.ts'
import { useState } from 'react'
import { queryClient } from '@/api/query-client'
import { signOut } from '@/api/session'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Definition } from '@/kit/definition'
import { Link } from '@/kit/link'
import { Sheet } from '@/kit/sheet'
import { restart } from '@/platform/navigation'
import { useStaffText } from '../locale/use-staff-text'

/** Who is signed in, and the way out. */
export function AccountMenu({ account }: { account: Account }) {
  const t = useStaffText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        kind="ghost"
        icon="user"
        label={`${t('staff.me')} ${account.name}`}
        onClick={() => setOpen(true)}
      >
        {account.name}
      </Button>
      <Sheet open={open} title={t('staff.me')} onClose={() => setOpen(false)}>
        <Box gap={4}>
          <AccountFacts account={account} />
          <Link to="staff-account" kind="plain" block icon="shield">
            {t('staff.account.title')}
          </Link>
          <Link to="home" kind="plain" block icon="home">
            {t('staff.me.home')}
          </Link>
          <SignOut />
        </Box>
      </Sheet>
    </>
  )
}

/** Name, office, role. */
export function AccountFacts({ account }: { account: Account }) {
  const t = useStaffText()
  const { name, office, role, district } = account
  const rows = [
    { label: t('staff.me.name'), value: name },
    ...(office ? [{ label: t('staff.me.office'), value: office }] : []),
    { label: t('staff.me.role'), value: t(`staff.role.${role}`) },
    ...(district ? [{ label: t('staff.report.district'), value: district.name }] : []),
  ]
  return <Definition rows={rows} label={t('staff.me')} />
}

export function SignOut() {
  const t = useStaffText()
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    // Without a network the session ends on this device all the same.
    await signOut().catch(() => undefined)
    queryClient.clear()
    restart('staff-sign-in')
  }
  return (
    <Button block icon="back" busy={busy} onClick={() => void leave()}>
      {t('staff.me.sign-out')}
    </Button>
  )
}

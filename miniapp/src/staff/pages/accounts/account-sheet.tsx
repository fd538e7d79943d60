import type { AccountAnswer, AccountChange, StaffAccount } from '@shared/contract/account.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Definition } from '@/kit/definition'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { changeAccount } from '../../api/administration'
import { DeedNotice } from '../../components/deed-notice'
import { useStaffText } from '../../locale/use-staff-text'
import { useDeed } from '../../state/use-deed'
import { InvitationCard } from './invitation-card'

interface AccountSheetProps {
  answer: AccountAnswer
  /** the administrator's own account: what would shut them out is not offered */
  isOwn: boolean
  onChanged: (answer: AccountAnswer) => void
  onClose: () => void
}

/** What can be done with an account; each is asked about once more, because it throws somebody out. */
const DEEDS = ['disable', 'enable', 'reset-password', 'reset-totp'] as const
type AccountDeed = (typeof DEEDS)[number]

const CHANGES: Record<AccountDeed, AccountChange> = {
  disable: { disabled: true },
  enable: { disabled: false },
  'reset-password': { resetPassword: true },
  'reset-totp': { resetTotp: true },
}

function deedsFor({ disabled, totp }: StaffAccount): AccountDeed[] {
  if (disabled) return ['enable']
  return ['reset-password', ...(totp ? (['reset-totp'] as const) : []), 'disable']
}

/** One account, and what an administrator may do with it. */
export function AccountSheet({ answer, isOwn, onChanged, onClose }: AccountSheetProps) {
  const t = useStaffText()
  const { account, invitation } = answer
  return (
    <Sheet open title={account.name} onClose={onClose}>
      <Box gap={4}>
        <Facts account={account} />
        {invitation && <InvitationCard invitation={invitation} />}
        {isOwn ? (
          <Text block tone="muted">
            {t('staff.accounts.own')}
          </Text>
        ) : (
          <Deeds account={account} onChanged={onChanged} />
        )}
      </Box>
    </Sheet>
  )
}

function Facts({ account }: { account: StaffAccount }) {
  const t = useStaffText()
  const rows = [
    { label: t('staff.invitation.username'), value: account.username },
    { label: t('staff.me.role'), value: t(`staff.role.${account.role}`) },
    ...(account.office ? [{ label: t('staff.me.office'), value: account.office }] : []),
    { label: t('staff.account.totp'), value: t(account.totp ? 'staff.accounts.on' : 'staff.accounts.off') },
  ]
  return <Definition rows={rows} label={account.name} />
}

function Deeds({ account, onChanged }: Pick<AccountSheetProps, 'onChanged'> & { account: StaffAccount }) {
  const t = useStaffText()
  const deed = useDeed()
  const [asked, setAsked] = useState<AccountDeed | null>(null)
  const go = (name: AccountDeed) =>
    deed.run(
      {},
      async () => {
        onChanged(await changeAccount(account.id, CHANGES[name]))
        setAsked(null)
      },
      t(`staff.accounts.${name}.done`),
    )
  return (
    <Box gap={3}>
      <DeedNotice deed={deed} idOf={(name) => `account-${name}`} />
      {asked && (
        <Box gap={2}>
          <Text block>{t(`staff.accounts.${asked}.text`, { name: account.name })}</Text>
          <Button
            kind={asked === 'enable' ? 'primary' : 'danger'}
            block
            busy={deed.busy}
            onClick={() => void go(asked)}
          >
            {t(`staff.accounts.${asked}`)}
          </Button>
          <Button block onClick={() => setAsked(null)}>
            {t('common.cancel')}
          </Button>
        </Box>
      )}
      {!asked &&
        deedsFor(account).map((name) => (
          <Button key={name} id={`account-${name}`} block onClick={() => setAsked(name)}>
            {t(`staff.accounts.${name}`)}
          </Button>
        ))}
    </Box>
  )
}

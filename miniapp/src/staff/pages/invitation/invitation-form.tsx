import type { Invitation } from '@shared/contract/invitation.ts'
import { useState } from 'react'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { useFormat } from '@/locale/use-text'
import { acceptInvitation } from '../../api/own-account'
import { EnteringForm } from '../../components/entering/entering-form'
import { NewPasswordField } from '../../components/entering/new-password-field'
import { useEntering } from '../../components/entering/use-entering'
import { useStaffText } from '../../locale/use-staff-text'

interface InvitationFormProps {
  token: string
  invitation: Invitation
  onIn: () => void
}

const idOf = (name: string) => `invitation-${name}`

/** Who is invited, and the password they choose. */
export function InvitationForm({ token, invitation, onIn }: InvitationFormProps) {
  const t = useStaffText()
  const [password, setPassword] = useState('')
  const entering = useEntering(
    (factor) => acceptInvitation({ token, password, ...factor }),
    (): Record<string, string> => (password === '' ? { password: t('staff.sign-in.password.missing') } : {}),
    onIn,
  )
  const { username, name, office } = invitation
  return (
    <>
      <WhoIsInvited invitation={invitation} />
      <EnteringForm
        entering={entering}
        title={t('staff.invitation.title')}
        submit={t(entering.step.name === 'set-up' ? 'staff.factor.confirm' : 'staff.invitation.submit')}
        failed={t('staff.invitation.failed')}
        idOf={idOf}
      >
        <NewPasswordField
          id={idOf('password')}
          value={password}
          onChange={setPassword}
          error={entering.errors.password}
          own={[username, name, office]}
        />
      </EnteringForm>
    </>
  )
}

function WhoIsInvited({ invitation }: { invitation: Invitation }) {
  const t = useStaffText()
  const format = useFormat()
  const { username, name, office, role, expiresAt } = invitation
  const rows = [
    { label: t('staff.me.name'), value: name },
    { label: t('staff.me.role'), value: t(`staff.role.${role}`) },
    ...(office ? [{ label: t('staff.me.office'), value: office }] : []),
    { label: t('staff.invitation.username'), value: username },
    { label: t('staff.invitation.until'), value: format.dateTime(expiresAt) },
  ]
  return (
    <Card>
      <Definition rows={rows} label={t('staff.invitation.who')} />
    </Card>
  )
}

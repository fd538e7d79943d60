import { useState } from 'react'
import { signIn } from '@/api/session'
import { TextField } from '@/kit/text-field'
import { EnteringForm } from '../../components/entering/entering-form'
import { useEntering } from '../../components/entering/use-entering'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'
import { DemoAccounts } from './demo-accounts'

interface Entered {
  username: string
  password: string
}

const idOf = (name: string) => `sign-in-${name}`

function missingIn({ username, password }: Entered, t: StaffTranslate): Record<string, string> {
  return {
    ...(!username.trim() && { username: t('staff.sign-in.username.missing') }),
    ...(!password && { password: t('staff.sign-in.password.missing') }),
  }
}

/** Name and password, and a code where the account has a second factor. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useStaffText()
  const [entered, setEntered] = useState<Entered>({ username: '', password: '' })
  const entering = useEntering(
    (factor) => signIn({ ...entered, username: entered.username.trim(), ...factor }),
    () => missingIn(entered, t),
    onSignedIn,
  )
  const field = (name: keyof Entered) => ({
    id: idOf(name),
    label: t(`staff.sign-in.${name}`),
    value: entered[name],
    onChange: (value: string) => setEntered({ ...entered, [name]: value }),
    error: entering.errors[name],
  })
  return (
    <>
      <EnteringForm
        entering={entering}
        title={t('staff.sign-in.title')}
        submit={t(entering.step.name === 'set-up' ? 'staff.factor.confirm' : 'staff.sign-in.submit')}
        failed={t('staff.sign-in.failed')}
        idOf={idOf}
      >
        <TextField {...field('username')} autoComplete="username" />
        <TextField {...field('password')} type="password" autoComplete="current-password" />
      </EnteringForm>
      {entering.step.name === 'password' && <DemoAccounts onPick={setEntered} />}
    </>
  )
}

import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { queryClient } from '@/api/query-client'
import { signIn } from '@/api/session'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { TextField } from '@/kit/text-field'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'
import { DemoAccounts } from './demo-accounts'

interface Entered {
  username: string
  password: string
}

type Errors = Partial<Record<keyof Entered, string>>

function missingIn({ username, password }: Entered, t: StaffTranslate): Errors {
  return {
    ...(!username.trim() && { username: t('staff.sign-in.username.missing') }),
    ...(!password && { password: t('staff.sign-in.password.missing') }),
  }
}

/** Name and password. What was typed stays whatever happens. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useStaffText()
  const [entered, setEntered] = useState<Entered>({ username: '', password: '' })
  const [errors, setErrors] = useState<Errors>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const refuse = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    setErrors(error.fields)
    setRefusal(error.message)
  }
  const submit = async () => {
    const missing = missingIn(entered, t)
    setErrors(missing)
    setRefusal(null)
    setAttempt(attempt + 1)
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    try {
      await signIn({ ...entered, username: entered.username.trim() })
      // What this device read before was read by somebody else.
      queryClient.clear()
      onSignedIn()
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const field = (name: keyof Entered) => ({
    id: `sign-in-${name}`,
    label: t(`staff.sign-in.${name}`),
    value: entered[name],
    onChange: (value: string) => setEntered({ ...entered, [name]: value }),
    error: errors[name],
  })
  const summary = Object.entries(errors).map(([name, message]) => ({ id: `sign-in-${name}`, message }))
  return (
    <>
      <Form onSubmit={() => void submit()} label={t('staff.sign-in.title')}>
        <ErrorSummary errors={summary} attempt={attempt} />
        {refusal !== null && (
          <Banner tone="bad" title={t('staff.sign-in.failed')}>
            {refusal}
          </Banner>
        )}
        <TextField {...field('username')} autoComplete="username" />
        <TextField {...field('password')} type="password" autoComplete="current-password" />
        <Button kind="primary" block submit busy={busy}>
          {t('staff.sign-in.submit')}
        </Button>
      </Form>
      <DemoAccounts onPick={setEntered} />
    </>
  )
}

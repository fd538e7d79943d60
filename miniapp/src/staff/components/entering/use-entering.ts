import type { SessionAnswer, TotpAsked, TotpOffer } from '@shared/contract/session.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { queryClient } from '@/api/query-client'
import { beginSession } from '@/api/session'
import { useStaffText } from '../../locale/use-staff-text'

/** How far somebody is: the password, a code of the second factor, setting one up, or the codes to be kept. */
export type Step =
  | { name: 'password' }
  | { name: 'code' }
  | { name: 'set-up'; offer: TotpOffer }
  | { name: 'keep'; answer: SessionAnswer; codes: readonly string[] }

/** What is sent besides the password. */
export interface Factor {
  totp?: string
  enrolment?: string
}

type Errors = Readonly<Record<string, string>>

/**
 * Getting in, by signing in or by an invitation: the same request again with what the server asks for besides.
 *
 * @param send makes the request
 * @param missingIn what is not filled in on the first step, by field
 */
export function useEntering(
  send: (factor: Factor) => Promise<SessionAnswer | TotpAsked>,
  missingIn: () => Errors,
  onIn: () => void,
) {
  const t = useStaffText()
  const [step, setStep] = useState<Step>({ name: 'password' })
  const [totp, setTotp] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const begin = (answer: SessionAnswer) => {
    beginSession(answer)
    // What this device read before was read by somebody else.
    queryClient.clear()
    onIn()
  }
  const follow = (answer: SessionAnswer | TotpAsked) => {
    setTotp('')
    if ('totp' in answer) setStep({ name: 'set-up', offer: answer.totp })
    else if (answer.recoveryCodes) setStep({ name: 'keep', answer, codes: answer.recoveryCodes })
    else begin(answer)
  }
  const refuse = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'TOTP_REQUIRED') return setStep({ name: 'code' })
    setErrors(error.fields)
    setRefusal(error.message)
  }
  const submit = async () => {
    const asksCode = step.name === 'code' || step.name === 'set-up'
    const missing = {
      ...missingIn(),
      ...(asksCode && !totp.trim() && { totp: t('staff.factor.code.missing') }),
    }
    setErrors(missing)
    setRefusal(null)
    setAttempt(attempt + 1)
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    try {
      const enrolment = step.name === 'set-up' ? step.offer.enrolment : undefined
      follow(await send({ ...(asksCode && { totp: totp.trim() }), ...(enrolment && { enrolment }) }))
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  return { step, totp, setTotp, errors, refusal, attempt, busy, submit, begin }
}

export type Entering = ReturnType<typeof useEntering>

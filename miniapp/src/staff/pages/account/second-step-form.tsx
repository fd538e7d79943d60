import type { TotpOffer } from '@shared/contract/session.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Form } from '@/kit/form'
import { TextField } from '@/kit/text-field'
import { beginTotp, confirmTotp, endTotp } from '../../api/own-account'
import { RecoveryCodes } from '../../components/entering/recovery-codes'
import { CodeField, SetUpFactor } from '../../components/entering/second-factor'
import { useStaffText } from '../../locale/use-staff-text'
import { DeedNotice } from '../../components/deed-notice'
import { useDeed } from '../../state/use-deed'

interface SecondStepFormProps {
  purpose: 'set' | 'end'
  /** one is on: its code is asked for too */
  isOn: boolean
  onClose: () => void
}

const idOf = (name: string) => `second-step-${name}`

/** The password (and the code that is on), then the new app's first code, then the codes to be kept. */
export function SecondStepForm({ purpose, isOn, onClose }: SecondStepFormProps) {
  const t = useStaffText()
  const deed = useDeed()
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState('')
  const [offer, setOffer] = useState<TotpOffer | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const prove = async () => {
    const proof = { password, ...(isOn && { totp: totp.trim() }) }
    if (purpose === 'end') return endTotp(proof)
    setOffer((await beginTotp(proof)).totp)
    setTotp('')
  }
  const confirm = async (enrolment: string) => {
    setCodes((await confirmTotp({ enrolment, totp: totp.trim() })).recoveryCodes)
  }
  const submit = async () => {
    const missing = {
      ...(!password && { password: t('staff.account.password.current.missing') }),
      ...((isOn || offer) && !totp.trim() && { totp: t('staff.factor.code.missing') }),
    }
    const isDone = await deed.run(missing, () => (offer ? confirm(offer.enrolment) : prove()), '')
    if (isDone && purpose === 'end') onClose()
  }
  if (codes) return <RecoveryCodes codes={codes} onKept={onClose} />
  const code = { id: idOf('totp'), value: totp, onChange: setTotp, error: deed.errors.totp }
  const title = t(purpose === 'end' ? 'staff.account.totp.end' : 'staff.factor.title')
  return (
    <Form onSubmit={() => void submit()} label={title}>
      <DeedNotice deed={deed} idOf={idOf} />
      {offer ? (
        <SetUpFactor {...code} offer={offer} />
      ) : (
        <>
          <TextField
            id={idOf('password')}
            label={t('staff.account.password.current')}
            value={password}
            onChange={setPassword}
            error={deed.errors.password}
            type="password"
            autoComplete="current-password"
          />
          {isOn && <CodeField {...code} />}
        </>
      )}
      <Box gap={3}>
        <Button kind="primary" block submit busy={deed.busy}>
          {offer ? t('staff.factor.confirm') : title}
        </Button>
        <Button block onClick={onClose}>
          {t('staff.account.cancel')}
        </Button>
      </Box>
    </Form>
  )
}

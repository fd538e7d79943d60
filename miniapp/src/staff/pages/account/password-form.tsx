import { useQueryClient } from '@tanstack/react-query'
import type { Account } from '@shared/contract/session.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Form } from '@/kit/form'
import { Heading } from '@/kit/heading'
import { TextField } from '@/kit/text-field'
import { changePassword } from '../../api/own-account'
import { NewPasswordField } from '../../components/entering/new-password-field'
import { useStaffText } from '../../locale/use-staff-text'
import { DeedNotice } from '../../components/deed-notice'
import { useDeed } from '../../state/use-deed'

const idOf = (name: string) => `password-${name}`
const EMPTY = { current: '', new: '' }

export function PasswordForm({ account }: { account: Account }) {
  const t = useStaffText()
  const client = useQueryClient()
  const [entered, setEntered] = useState(EMPTY)
  const deed = useDeed()
  const submit = async () => {
    const missing = {
      ...(!entered.current && { current: t('staff.account.password.current.missing') }),
      ...(!entered.new && { new: t('staff.sign-in.password.missing') }),
    }
    const isDone = await deed.run(missing, () => changePassword(entered), t('staff.account.password.done'))
    if (!isDone) return
    setEntered(EMPTY)
    await client.invalidateQueries({ queryKey: ['my-sessions'] })
  }
  return (
    <Card as="section" label={t('staff.account.password')}>
      <Box gap={4}>
        <Heading>{t('staff.account.password')}</Heading>
        <Form onSubmit={() => void submit()} label={t('staff.account.password')}>
          <DeedNotice deed={deed} idOf={idOf} />
          <TextField
            id={idOf('current')}
            label={t('staff.account.password.current')}
            value={entered.current}
            onChange={(current) => setEntered({ ...entered, current })}
            error={deed.errors.current}
            type="password"
            autoComplete="current-password"
          />
          <NewPasswordField
            id={idOf('new')}
            value={entered.new}
            onChange={(next) => setEntered({ ...entered, new: next })}
            error={deed.errors.new}
            own={[account.name, account.office]}
          />
          <Button kind="primary" block submit busy={deed.busy}>
            {t('staff.account.password.submit')}
          </Button>
        </Form>
      </Box>
    </Card>
  )
}

import type { AccountAnswer } from '@shared/contract/account.ts'
import { STAFF_ROLES } from '@shared/domain/actor.ts'
import { useState } from 'react'
import { Button } from '@/kit/button'
import { Choice } from '@/kit/choice'
import { Form } from '@/kit/form'
import { Sheet } from '@/kit/sheet'
import { TextField } from '@/kit/text-field'
import { createAccount } from '../../api/administration'
import { DeedNotice } from '../../components/deed-notice'
import { useStaffText } from '../../locale/use-staff-text'
import { useDeed } from '../../state/use-deed'
import { EMPTY, missingIn, type NewAccount, newAccountId, requestOf } from './new-account'
import { OfficeFields } from './office-fields'

/** Opens an account; its owner chooses the password by the link that comes with the answer. */
export function NewAccountSheet({
  onDone,
  onClose,
}: {
  onDone: (answer: AccountAnswer) => void
  onClose: () => void
}) {
  const t = useStaffText()
  const deed = useDeed()
  const [entered, setEntered] = useState(EMPTY)
  const set = (changes: Partial<NewAccount>) => setEntered({ ...entered, ...changes })
  const submit = () =>
    deed.run(missingIn(entered, t), async () => onDone(await createAccount(requestOf(entered))), '')
  return (
    <Sheet open title={t('staff.accounts.new')} onClose={onClose}>
      <Form onSubmit={() => void submit()} label={t('staff.accounts.new')}>
        <DeedNotice deed={deed} idOf={newAccountId} />
        <Choice
          id={newAccountId('role')}
          label={t('staff.me.role')}
          value={entered.role}
          options={STAFF_ROLES.map((role) => ({ value: role, label: t(`staff.role.${role}`) }))}
          onChange={(role) => set({ role })}
          error={deed.errors.role}
        />
        <OfficeFields entered={entered} set={set} errors={deed.errors} />
        <TextField
          id={newAccountId('name')}
          label={t('staff.me.name')}
          value={entered.name}
          onChange={(name) => set({ name })}
          error={deed.errors.name}
          autoComplete="off"
        />
        <TextField
          id={newAccountId('username')}
          label={t('staff.invitation.username')}
          hint={t('staff.accounts.username.hint')}
          value={entered.username}
          onChange={(username) => set({ username })}
          error={deed.errors.username}
          autoComplete="off"
        />
        <Button kind="primary" block submit busy={deed.busy}>
          {t('staff.accounts.create')}
        </Button>
      </Form>
    </Sheet>
  )
}

import type { ApiKeyRequest } from '@shared/contract/api-key.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Checkbox } from '@/kit/checkbox'
import { Form } from '@/kit/form'
import { TextField } from '@/kit/text-field'
import { DeedNotice } from '../../components/deed-notice'
import { useStaffText } from '../../locale/use-staff-text'
import { type Deed, useDeed } from '../../state/use-deed'

interface Entered {
  name: string
  contact: string
  perDay: string
  asksConsent: boolean
}

const idOf = (field: string) => `key-${field}`

function requestOf({ perDay, ...rest }: Entered): ApiKeyRequest {
  return { ...rest, perDay: Number(perDay) }
}

interface KeyFormProps {
  start: ApiKeyRequest
  /** on the button */
  action: string
  done: string
  /** @throws ApiError with the fields that are wrong */
  onSend: (request: ApiKeyRequest) => Promise<unknown>
}

/** What a key may, as a form: for a new one and for one that is there. */
export function KeyForm({ start, action, done, onSend }: KeyFormProps) {
  const deed = useDeed()
  const [entered, setEntered] = useState<Entered>({ ...start, perDay: String(start.perDay) })
  const send = () => void deed.run({}, () => onSend(requestOf(entered)), done)
  return (
    <Form label={action} onSubmit={send}>
      <Box gap={4}>
        <DeedNotice deed={deed} idOf={idOf} />
        <Fields
          entered={entered}
          errors={deed.errors}
          set={(changes) => setEntered({ ...entered, ...changes })}
        />
        <Button kind="primary" block submit busy={deed.busy}>
          {action}
        </Button>
      </Box>
    </Form>
  )
}

interface FieldsProps {
  entered: Entered
  errors: Deed['errors']
  set: (changes: Partial<Entered>) => void
}

function Fields({ entered, errors, set }: FieldsProps) {
  const t = useStaffText()
  return (
    <>
      <TextField
        id={idOf('name')}
        label={t('staff.doors.name')}
        hint={t('staff.keys.name.hint')}
        value={entered.name}
        onChange={(name) => set({ name })}
        error={errors.name}
        autoComplete="off"
      />
      <TextField
        id={idOf('contact')}
        label={t('staff.keys.contact')}
        hint={t('staff.keys.contact.hint')}
        value={entered.contact}
        onChange={(contact) => set({ contact })}
        error={errors.contact}
        autoComplete="off"
      />
      <TextField
        id={idOf('perDay')}
        type="numeric"
        label={t('staff.keys.per-day')}
        value={entered.perDay}
        onChange={(perDay) => set({ perDay })}
        error={errors.perDay}
        autoComplete="off"
      />
      <Checkbox
        id={idOf('asksConsent')}
        label={t('staff.keys.consent')}
        hint={t('staff.keys.consent.hint')}
        checked={entered.asksConsent}
        onChange={(asksConsent) => set({ asksConsent })}
      />
    </>
  )
}

import type { ContactShown } from '@shared/contract/contact.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Choice } from '@/kit/choice'
import { Form } from '@/kit/form'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { revealContact } from '../api/staff-reports'
import { useStaffText } from '../locale/use-staff-text'
import { useDeed } from '../state/use-deed'
import { DeedNotice } from './deed-notice'

/** What a number is mostly needed for; anything else is written in one's own words. */
const REASONS = ['place', 'visit', 'answer', 'other'] as const
type Reason = (typeof REASONS)[number]

const MOST = 200
const idOf = (name: string) => `reveal-${name}`

interface RevealSheetProps {
  number: string
  onShown: (contact: ContactShown | null) => void
  onClose: () => void
}

/** Asks what a contact is needed for before it is shown, and says that the answer is kept. */
export function RevealSheet({ number, onShown, onClose }: RevealSheetProps) {
  const t = useStaffText()
  const deed = useDeed()
  const [reason, setReason] = useState<Reason | ''>('')
  const [words, setWords] = useState('')
  const said = reason === 'other' ? words.trim() : reason && t(`staff.reveal.${reason}`)
  const missing = reason === 'other' ? 'words' : 'reason'
  const submit = () =>
    deed.run(
      said.length < 2 ? { [missing]: t('staff.reveal.missing') } : {},
      async () => onShown((await revealContact(number, { reason: said })).contact),
      '',
    )
  return (
    <Sheet open title={t('staff.report.contact.show')} onClose={onClose}>
      <Form onSubmit={() => void submit()} label={t('staff.report.contact.show')}>
        <DeedNotice deed={deed} idOf={idOf} />
        <Box gap={4}>
          <Text block tone="muted">
            {t('staff.report.contact.private')}
          </Text>
          <Choice
            id={idOf('reason')}
            label={t('staff.reveal.reason')}
            value={reason}
            options={REASONS.map((value) => ({ value, label: t(`staff.reveal.${value}`) }))}
            onChange={setReason}
            error={deed.errors.reason}
          />
          {reason === 'other' && (
            <TextField
              id={idOf('words')}
              label={t('staff.reveal.words')}
              value={words}
              onChange={setWords}
              max={MOST}
              error={deed.errors.words}
            />
          )}
          <Button kind="primary" block submit busy={deed.busy}>
            {t('staff.reveal.submit')}
          </Button>
        </Box>
      </Form>
    </Sheet>
  )
}

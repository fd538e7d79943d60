import { useEffect } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Checkbox } from '@/kit/checkbox'
import { Choice } from '@/kit/choice'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'
import { useIsOff } from '@/state/city-switches'
import { StepFrame } from '../form/step-frame'
import { type StepState, useStep } from '../form/use-step'
import './contact.scss'

/** The fourth question: a contact, or none; and whether others may see the report. */
export default function ContactPage() {
  const t = useText()
  const state = useStep('contact')
  const { draft, change } = state
  const takesNone = useIsOff('contact')
  useEffect(() => {
    if (takesNone && draft.contactWay !== 'anonymous') change({ contactWay: 'anonymous' })
  }, [takesNone, draft.contactWay, change])
  return (
    <StepFrame step="contact" state={state}>
      {takesNone ? <Banner tone="info">{t('off.contact')}</Banner> : <ContactFields state={state} />}
      <Box className="contact-consent">
        <Checkbox
          id="consent"
          label={t('report-new.consent')}
          hint={t('report-new.consent.hint')}
          checked={draft.consentPublic}
          onChange={(consentPublic) => change({ consentPublic })}
        />
      </Box>
    </StepFrame>
  )
}

function ContactFields({ state }: { state: StepState }) {
  const t = useText()
  const { draft, change, errorOf } = state
  const { contact } = draft
  return (
    <>
      <Choice
        id="contact-way"
        label={t('report-new.contact.label')}
        hint={t('report-new.contact.why')}
        value={draft.contactWay}
        options={[
          {
            value: 'anonymous',
            label: t('report-new.contact.anonymous'),
            hint: t('report-new.contact.anonymous.hint'),
          },
          {
            value: 'contact',
            label: t('report-new.contact.leave'),
            hint: t('report-new.contact.leave.hint'),
          },
        ]}
        error={errorOf('contact-way')}
        onChange={(contactWay) => change({ contactWay })}
      />
      {draft.contactWay === 'contact' && (
        <>
          <TextField
            id="contact-name"
            label={t('report-new.name')}
            autoComplete="name"
            optional
            value={contact.name}
            onChange={(name) => change({ contact: { ...contact, name } })}
            error={errorOf('contact-name')}
          />
          <TextField
            id="contact-phone"
            type="tel"
            label={t('report-new.phone')}
            hint={t('report-new.phone.hint')}
            autoComplete="tel"
            optional
            value={contact.phone}
            onChange={(phone) => change({ contact: { ...contact, phone } })}
            error={errorOf('contact-phone')}
          />
        </>
      )}
    </>
  )
}

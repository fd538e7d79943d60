import type { ReactNode } from 'react'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { RecoveryCodes } from './recovery-codes'
import { CodeField, SetUpFactor } from './second-factor'
import type { Entering } from './use-entering'

interface EnteringFormProps {
  entering: Entering
  /** of the form, and what it does */
  title: string
  submit: string
  /** when the server refuses */
  failed: string
  /** id of a field of that name */
  idOf: (name: string) => string
  /** the fields of the first step; they stay while a code is asked for */
  children: ReactNode
}

/** The form of all steps of getting in. What was typed stays whatever happens. */
export function EnteringForm({ entering, title, submit, failed, idOf, children }: EnteringFormProps) {
  const { step, errors, refusal } = entering
  if (step.name === 'keep') {
    return <RecoveryCodes codes={step.codes} onKept={() => entering.begin(step.answer)} />
  }
  const summary = Object.entries(errors).map(([name, message]) => ({ id: idOf(name), message }))
  const code = {
    id: idOf('totp'),
    value: entering.totp,
    onChange: entering.setTotp,
    error: errors.totp,
  }
  return (
    <Form onSubmit={() => void entering.submit()} label={title}>
      <ErrorSummary errors={summary} attempt={entering.attempt} />
      {refusal !== null && (
        <Banner tone="bad" title={failed}>
          {refusal}
        </Banner>
      )}
      {step.name === 'set-up' ? <SetUpFactor {...code} offer={step.offer} /> : children}
      {step.name === 'code' && <CodeField {...code} />}
      <Button kind="primary" block submit busy={entering.busy}>
        {submit}
      </Button>
    </Form>
  )
}

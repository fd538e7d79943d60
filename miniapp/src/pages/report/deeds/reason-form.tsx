import { useState } from 'react'
import { Button } from '@/kit/button'
import { lengthOf } from '@/kit/counter'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { TextArea } from '@/kit/text-area'
import { useText } from '@/locale/use-text'
import { REASON_LEAST, WORDS_MOST } from './words'

interface ReasonFormProps {
  id: string
  label: string
  /** words on the button */
  send: string
  value: string
  /** may be left empty */
  optional?: boolean
  danger?: boolean
  busy: boolean
  onChange: (value: string) => void
  onSend: () => void
}

/** A reason and a button: for an appeal, for a withdrawal. */
export function ReasonForm({
  id,
  label,
  send,
  value,
  optional,
  danger,
  busy,
  onChange,
  onSend,
}: ReasonFormProps) {
  const [attempt, setAttempt] = useState(0)
  const problem = useProblem(value, optional ?? false)
  const error = attempt > 0 ? problem : undefined
  const submit = () => {
    setAttempt(problem ? attempt + 1 : 0)
    if (!problem) onSend()
  }
  return (
    <Form label={label} onSubmit={submit}>
      <ErrorSummary attempt={attempt} errors={error ? [{ id, message: error }] : []} />
      <TextArea
        id={id}
        label={label}
        rows={3}
        max={WORDS_MOST}
        optional={optional}
        value={value}
        error={error}
        onChange={onChange}
      />
      <Button kind={danger ? 'danger' : 'primary'} block submit busy={busy}>
        {send}
      </Button>
    </Form>
  )
}

function useProblem(value: string, optional: boolean): string | undefined {
  const t = useText()
  const length = lengthOf(value.trim())
  if (length > WORDS_MOST) return t('report.deed.too-long', { n: WORDS_MOST })
  return !optional && length < REASON_LEAST ? t('report.deed.reason.missing') : undefined
}

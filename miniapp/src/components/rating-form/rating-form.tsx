import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { Choice } from '@/kit/choice'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { TextArea } from '@/kit/text-area'
import { useText } from '@/locale/use-text'

/** The three questions behind the three rates. */
export const RATING_QUESTIONS = ['answered', 'solved', 'satisfied'] as const
export type RatingQuestion = (typeof RATING_QUESTIONS)[number]

/** What has been typed so far; '' is not answered yet. */
export type RatingValue = Record<RatingQuestion, '' | 'yes' | 'no'> & { text: string }

export const emptyRating: RatingValue = { answered: '', solved: '', satisfied: '', text: '' }

export interface RatingFormProps {
  value: RatingValue
  onChange: (value: RatingValue) => void
  onSend: () => void
  busy?: boolean
  /** what being dissatisfied leads to: a second round, the supervisor, or no more than being counted */
  then: 'again' | 'supervisor' | null
}

const TEXT_MOST = 1000

export function RatingForm({ value, onChange, onSend, busy, then }: RatingFormProps) {
  const t = useText()
  const [attempt, setAttempt] = useState(0)
  const missing = RATING_QUESTIONS.filter((question) => value[question] === '')
  const shown = attempt > 0 ? missing : []
  const send = () => {
    if (missing.length > 0) setAttempt(attempt + 1)
    else onSend()
  }
  return (
    <Form label={t('report.rating')} onSubmit={send}>
      <ErrorSummary
        attempt={attempt}
        errors={shown.map((question) => ({
          id: `rate-${question}`,
          message: t(`report.rating.${question}.missing`),
        }))}
      />
      {RATING_QUESTIONS.map((question) => (
        <Choice
          key={question}
          id={`rate-${question}`}
          layout="inline"
          label={t(`report.rating.${question}`)}
          value={value[question]}
          options={[
            { value: 'yes', label: t('report.yes') },
            { value: 'no', label: t('report.no') },
          ]}
          error={shown.includes(question) ? t(`report.rating.${question}.missing`) : undefined}
          onChange={(answer) => onChange({ ...value, [question]: answer })}
        />
      ))}
      {value.satisfied === 'no' && then && <Banner tone="info">{t(`report.rating.then.${then}`)}</Banner>}
      <TextArea
        id="rate-text"
        label={t('report.rating.text')}
        optional
        max={TEXT_MOST}
        rows={3}
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
      />
      <Button kind="primary" block submit busy={busy}>
        {t('report.rating.send')}
      </Button>
    </Form>
  )
}

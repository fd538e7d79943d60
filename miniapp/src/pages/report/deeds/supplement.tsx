import { useState } from 'react'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { Button } from '@/kit/button'
import { lengthOf } from '@/kit/counter'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { TextArea } from '@/kit/text-area'
import { useText } from '@/locale/use-text'
import { type Words, WORDS_MOST } from './words'

interface SupplementProps {
  words: Words
  onChange: (words: Words) => void
  onSend: () => void
  busy: boolean
}

/** More words, more photos. */
export function Supplement({ words, onChange, onSend, busy }: SupplementProps) {
  const t = useText()
  const [attempt, setAttempt] = useState(0)
  const problem = useProblem(words)
  const error = attempt > 0 ? problem : undefined
  const send = () => {
    setAttempt(problem ? attempt + 1 : 0)
    if (!problem) onSend()
  }
  return (
    <Form label={t('report.deed.supplement')} onSubmit={send}>
      <ErrorSummary attempt={attempt} errors={error ? [{ id: 'supplement-text', message: error }] : []} />
      <TextArea
        id="supplement-text"
        label={t('report.deed.text')}
        value={words.supplement}
        max={WORDS_MOST}
        error={error}
        onChange={(supplement) => onChange({ ...words, supplement })}
      />
      <PhotoPicker
        id="supplement-photos"
        label={t('report.deed.photos')}
        optional
        value={words.photos}
        onChange={(photos) => onChange({ ...words, photos })}
      />
      <Button kind="primary" block submit busy={busy}>
        {t('report.deed.send')}
      </Button>
    </Form>
  )
}

function useProblem({ supplement, photos }: Words): string | undefined {
  const t = useText()
  if (supplement.trim() === '' && photos.length === 0) return t('report.deed.missing')
  return lengthOf(supplement.trim()) > WORDS_MOST ? t('report.deed.too-long', { n: WORDS_MOST }) : undefined
}

import type { RetentionLimitShown } from '@shared/contract/retention.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { changeRetention } from '../../api/configuration'
import { useStaffText } from '../../locale/use-staff-text'

interface RetentionSheetProps {
  limit: RetentionLimitShown
  name: string
  onDone: () => void
  onClose: () => void
}

const FIELDS = ['contactDays', 'wordsDays'] as const
const idOf = (name: string) => `retention-${name}`

/** The days of one kind. They hold from the next sweep on, for reports that are over already too: said before saving. */
export function RetentionSheet({ limit, name, onDone, onClose }: RetentionSheetProps) {
  const t = useStaffText()
  const [typed, setTyped] = useState({
    contactDays: String(limit.contactDays),
    wordsDays: String(limit.wordsDays),
  })
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    setProblem('')
    const numberOf = (words: string) => (/^\d+$/.test(words.trim()) ? Number(words) : Number.NaN)
    try {
      await changeRetention(limit.category, {
        contactDays: numberOf(typed.contactDays),
        wordsDays: numberOf(typed.wordsDays),
      })
      onDone()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setErrors(error.fields)
      setProblem(Object.keys(error.fields).length > 0 ? '' : error.message)
      setAttempt(attempt + 1)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open title={name} onClose={onClose}>
      <Form label={name} onSubmit={() => void save()}>
        <Box gap={4}>
          {problem && <Banner tone="bad">{problem}</Banner>}
          <ErrorSummary
            attempt={attempt}
            errors={Object.entries(errors).map(([field, message]) => ({ id: idOf(field), message }))}
          />
          {FIELDS.map((field) => (
            <TextField
              key={field}
              id={idOf(field)}
              type="numeric"
              autoComplete="off"
              label={t(`staff.retention.${field}`)}
              hint={t(`staff.retention.${field}.hint`)}
              value={typed[field]}
              error={errors[field]}
              onChange={(value) => setTyped((now) => ({ ...now, [field]: value }))}
            />
          ))}
          <Text block tone="muted">
            {t('staff.retention.holds')}
          </Text>
          <Button kind="primary" block submit busy={busy}>
            {t('staff.city.save')}
          </Button>
        </Box>
      </Form>
    </Sheet>
  )
}

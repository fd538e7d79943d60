import type { ReportRow } from '@shared/contract/report.ts'
import { useEffect, useState } from 'react'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { Text } from '@/kit/text'
import { focusOnId } from '@/platform/scroll'
import type { BulkAction } from '../../actions/bulk'
import { useStaffText } from '../../locale/use-staff-text'
import type { BulkStep } from '../../state/use-bulk-run'
import { BulkRows } from './bulk-rows'
import { DeclineFields } from './decline-fields'
import { useBulkPlan } from './use-bulk-plan'

interface BulkFormProps {
  action: BulkAction
  rows: readonly ReportRow[]
  onSend: (steps: readonly BulkStep[]) => void
}

const SUBMIT = 'bulk-submit'

/** What each report would get, and the button that does it. */
export function BulkForm({ action, rows, onSend }: BulkFormProps) {
  const t = useStaffText()
  const { steps, whys, left, faults, isLoading, failed } = useBulkPlan(action, rows)
  const [attempt, setAttempt] = useState(0)
  const errors = attempt > 0 ? faults : []
  const isEmpty = steps.length === 0
  // What is obvious needs Enter only.
  useEffect(() => {
    if (action !== 'decline') focusOnId(SUBMIT)
  }, [action])
  const submit = () => {
    setAttempt(attempt + 1)
    if (faults.length === 0 && !isEmpty) onSend(steps)
  }
  return (
    <Form onSubmit={submit} label={t(`staff.bulk.title.${action}`)}>
      <Text block tone="muted">
        {t(`staff.bulk.intro.${action}`)}
      </Text>
      <ErrorSummary errors={errors} attempt={attempt} />
      {action === 'decline' && <DeclineFields errors={errors} />}
      {failed !== null && (
        <Banner tone="bad" title={t('staff.bulk.unready')}>
          {failed}
        </Banner>
      )}
      {left > 0 && <Banner tone="wait">{t('staff.bulk.left', { n: left })}</Banner>}
      <Button
        submit
        block
        id={SUBMIT}
        kind={action === 'decline' ? 'danger' : 'primary'}
        busy={isLoading}
        disabled={isEmpty && !isLoading}
      >
        {t(`staff.bulk.do.${action}`, { n: isLoading ? rows.length : steps.length })}
      </Button>
      <BulkRows steps={steps} whys={whys} />
    </Form>
  )
}

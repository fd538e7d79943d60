import type { ReportAnswer } from '@shared/contract/report.ts'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { type ActionForm, actionForms, type StaffAction } from '../../actions/action-forms'
import { fieldId } from '../../actions/action-rules'
import { defaultValues } from '../../actions/action-values'
import { useStaffText } from '../../locale/use-staff-text'
import { useBodies } from '../../state/use-offices'
import { ActionField } from './action-field'
import { Gone, Stale } from './overtaken'
import { Shown } from './shown-above'
import { type Trouble, useActionForm } from './use-action-form'

export interface ActionSheetProps {
  answer: ReportAnswer
  action: StaffAction
  onClose: () => void
  onDone: (after: ReportAnswer) => void
}

/** The form of one action, built from the table. Closing it loses nothing. */
export function ActionSheet({ answer, action, onClose, onDone }: ActionSheetProps) {
  const t = useStaffText()
  const form: ActionForm = actionForms[action]
  const [seen] = useState(answer.report.version)
  const bodies = useBodies(answer.report, action === 'assign')
  const suggestedBody = bodies.data?.find((body) => body.suggested)?.code ?? null
  const { report, timeline } = answer
  const defaults = defaultValues(action, { report, timeline, suggestedBody, now: Date.now() })
  const { values, set, isDraft, errors, trouble, attempt, busy, send } = useActionForm({ answer, action, defaults, onDone })
  const isPossible = answer.actions.includes(action)
  const isOvertaken = report.version > seen
  const idOf = (name: string) => `act-${name}`
  const summary = Object.entries(errors).map(([name, message]) => ({ id: idOf(name), message }))
  return (
    <Sheet open title={t(`staff.do.${action}`)} onClose={onClose}>
      <Form onSubmit={() => void send()} label={t(`staff.do.${action}`)}>
        <Text block tone="muted">
          {t(`staff.intro.${action}`)}
        </Text>
        {!isPossible && <Gone answer={answer} action={action} />}
        {isPossible && isOvertaken && <Stale answer={answer} />}
        {trouble && !isOvertaken && <Failed trouble={trouble} />}
        <ErrorSummary errors={summary} attempt={attempt} />
        {form.shows?.map((what) => (
          <Shown key={what} what={what} answer={answer} />
        ))}
        {form.fields.map((spec) => {
          const name = fieldId(spec)
          const shared = { action, answer, values, set, id: idOf(name), error: errors[name] }
          return <ActionField key={name} spec={spec} {...shared} />
        })}
        <Box gap={2}>
          <Button kind={form.grave ? 'danger' : 'primary'} block submit icon={form.icon} busy={busy} disabled={!isPossible}>
            {t(`staff.do.${action}`)}
          </Button>
          <Button block onClick={onClose}>
            {t('staff.form.cancel')}
          </Button>
          {isDraft && (
            <Text block size="small" tone="muted">
              {t('staff.form.kept')}
            </Text>
          )}
        </Box>
      </Form>
    </Sheet>
  )
}

function Failed({ trouble }: { trouble: Trouble }) {
  const t = useStaffText()
  const isUnsent = trouble.kind === 'unsent'
  return (
    <Banner tone={isUnsent ? 'wait' : 'bad'} title={t(isUnsent ? 'staff.form.unsent' : 'staff.form.failed')}>
      {isUnsent ? `${trouble.message} ${t('staff.form.unsent.text')}` : trouble.message}
    </Banner>
  )
}

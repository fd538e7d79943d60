import type { ReportAnswer } from '@shared/contract/report.ts'
import { useEffect, useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { focusOnId } from '@/platform/scroll'
import { useWide } from '@/platform/use-wide'
import { type ActionForm, actionForms, type StaffAction } from '../../actions/action-forms'
import { fieldId } from '../../actions/action-rules'
import { type ActionValues, defaultValues } from '../../actions/action-values'
import { useStaffText } from '../../locale/use-staff-text'
import { useSuggestion } from '../../state/use-offices'
import { ActionField } from './action-field'
import { Notices } from './notices'
import { Shown } from './shown-above'
import { useActionForm } from './use-action-form'

export interface ActionSheetProps {
  answer: ReportAnswer
  action: StaffAction
  onClose: () => void
  onDone: (after: ReportAnswer) => void
}

/** What the form begins with; who is suggested is asked for. */
function useDefaults({ report, timeline }: ReportAnswer, action: StaffAction): ActionValues {
  const [now] = useState(() => Date.now())
  const suggestedBody = useSuggestion(report, action === 'assign')?.body.code ?? null
  return defaultValues(action, { report, timeline, suggestedBody, now })
}

const idOf = (name: string) => `act-${name}`

/** The form of one action, built from the table. Closing it loses nothing. */
export function ActionSheet({ answer, action, onClose, onDone }: ActionSheetProps) {
  const t = useStaffText()
  const form: ActionForm = actionForms[action]
  const [seen] = useState(answer.report.version)
  const defaults = useDefaults(answer, action)
  const filled = useActionForm({ answer, action, defaults, onDone })
  const { values, set, isDraft, errors, trouble, attempt, busy, send } = filled
  const wide = useWide()
  const [first] = form.fields
  const begin = first && idOf(fieldId(first))
  // At a desk the hands stay on the keyboard; on a phone its keys would hide the form.
  useEffect(() => {
    if (wide && begin) focusOnId(begin)
  }, [wide, begin])
  const summary = Object.entries(errors).map(([name, message]) => ({ id: idOf(name), message }))
  return (
    <Sheet open title={t(`staff.do.${action}`)} onClose={onClose}>
      <Form onSubmit={() => void send()} label={t(`staff.do.${action}`)}>
        <Text block tone="muted">
          {t(`staff.intro.${action}`)}
        </Text>
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
          <Notices answer={answer} action={action} seen={seen} trouble={trouble} />
          <Button
            kind={form.grave ? 'danger' : 'primary'}
            block
            submit
            icon={form.icon}
            busy={busy}
            disabled={!answer.actions.includes(action)}
          >
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

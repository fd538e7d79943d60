import type { ReportAnswer } from '@shared/contract/report.ts'
import { useEffect } from 'react'
import { Button, type ButtonProps } from '@/kit/button'
import { actionForms, type StaffAction } from '../../actions/action-forms'
import { useStaffText } from '../../locale/use-staff-text'
import { useActionForm } from './use-action-form'

interface AtOnceButtonProps {
  answer: ReportAnswer
  action: StaffAction
  kind: ButtonProps['kind']
  onDone: (action: StaffAction, after: ReportAnswer) => void
  /** the button may be gone by then: whoever stays shows it */
  onProblem: (message: string) => void
}

const NOTHING = {}

/** An action without a form: one tap sends it. */
export function AtOnceButton({ answer, action, kind, onDone, onProblem }: AtOnceButtonProps) {
  const t = useStaffText()
  const finish = (after: ReportAnswer) => onDone(action, after)
  const { busy, send, trouble } = useActionForm({ answer, action, defaults: NOTHING, onDone: finish })
  useEffect(() => {
    if (trouble) onProblem(trouble.message)
  }, [trouble, onProblem])
  return (
    <Button block kind={kind} icon={actionForms[action].icon} busy={busy} onClick={() => void send()}>
      {t(`staff.do.${action}`)}
    </Button>
  )
}

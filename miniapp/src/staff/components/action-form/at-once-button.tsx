import type { ReportAnswer } from '@shared/contract/report.ts'
import { Button, type ButtonProps } from '@/kit/button'
import { actionForms, type StaffAction } from '../../actions/action-forms'
import type { ActionValues } from '../../actions/action-values'
import { useStaffText } from '../../locale/use-staff-text'
import type { AtOnceProblem } from '../../state/use-deeds'
import { useAtOnce } from './use-at-once'

export interface AtOnce {
  answer: ReportAnswer
  /** it is on its way: the page shows already what follows, and this button may be gone */
  onSend: () => void
  onDone: (action: StaffAction, after: ReportAnswer) => void
  /** the page shows again what is true; whoever stays on it says why */
  onProblem: (problem: AtOnceProblem) => void
}

interface AtOnceButtonProps extends AtOnce {
  action: StaffAction
  kind: ButtonProps['kind']
}

const NOTHING: ActionValues = {}

/** An action without a form: one tap sends it. */
export function AtOnceButton({ action, kind, ...given }: AtOnceButtonProps) {
  const t = useStaffText()
  const { busy, send } = useAtOnce(given, action, NOTHING)
  return (
    <Button block kind={kind} icon={actionForms[action].icon} busy={busy} onClick={send}>
      {t(`staff.do.${action}`)}
    </Button>
  )
}

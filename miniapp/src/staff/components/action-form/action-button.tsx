import type { ReportAnswer } from '@shared/contract/report.ts'
import { Badge } from '@/kit/badge'
import { Button, type ButtonProps } from '@/kit/button'
import { actionForms, type StaffAction } from '../../actions/action-forms'
import { useStaffText } from '../../locale/use-staff-text'
import { draftId, hasDraft, useActionDrafts } from '../../state/action-drafts'
import { AtOnceButton } from './at-once-button'

export interface ActionButtonProps {
  action: StaffAction
  /** the step that the report waits for */
  isNext: boolean
  answer: ReportAnswer
  onOpen: (action: StaffAction) => void
  onDone: (action: StaffAction, after: ReportAnswer) => void
  onProblem: (message: string) => void
}

/** Opens the form of an action, or does it at once; says when something was typed before. */
export function ActionButton({ action, isNext, answer, onOpen, onDone, onProblem }: ActionButtonProps) {
  const t = useStaffText()
  const { atOnce, icon, grave } = actionForms[action]
  const isDraft = useActionDrafts((drafts) => hasDraft(drafts, draftId(answer.report.number, action)))
  const other: ButtonProps['kind'] = grave ? 'danger' : 'plain'
  const kind = isNext ? 'primary' : other
  if (atOnce) {
    return <AtOnceButton answer={answer} action={action} kind={kind} onDone={onDone} onProblem={onProblem} />
  }
  return (
    <Button block kind={kind} icon={icon} onClick={() => onOpen(action)}>
      {t(`staff.do.${action}`)}
      {isDraft && (
        <>
          {' '}
          <Badge tone="wait">{t('staff.form.draft')}</Badge>
        </>
      )}
    </Button>
  )
}

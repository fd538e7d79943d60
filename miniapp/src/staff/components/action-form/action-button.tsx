import { Badge } from '@/kit/badge'
import { Button, type ButtonProps } from '@/kit/button'
import { actionForms, type StaffAction } from '../../actions/action-forms'
import { useStaffText } from '../../locale/use-staff-text'
import { draftId, hasDraft, useActionDrafts } from '../../state/action-drafts'
import { type AtOnce, AtOnceButton } from './at-once-button'

export interface ActionButtonProps extends AtOnce {
  action: StaffAction
  /** the step that the report waits for */
  isNext: boolean
  onOpen: (action: StaffAction) => void
}

/** Opens the form of an action, or does it at once; says when something was typed before. */
export function ActionButton({ action, isNext, onOpen, ...given }: ActionButtonProps) {
  const t = useStaffText()
  const { atOnce, icon, grave } = actionForms[action]
  const isDraft = useActionDrafts((drafts) => hasDraft(drafts, draftId(given.answer.report.number, action)))
  const other: ButtonProps['kind'] = grave ? 'danger' : 'plain'
  const kind = isNext ? 'primary' : other
  if (atOnce) return <AtOnceButton {...given} action={action} kind={kind} />
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

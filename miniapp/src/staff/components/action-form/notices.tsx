import type { ReportAnswer } from '@shared/contract/report.ts'
import { eventLook } from '@/components/timeline/event-words'
import { Banner } from '@/kit/banner'
import { useFormat } from '@/locale/use-text'
import type { StaffAction } from '../../actions/action-forms'
import { useStaffText } from '../../locale/use-staff-text'
import type { Trouble } from './use-action-form'

export interface NoticesProps {
  answer: ReportAnswer
  action: StaffAction
  /** the version that was on the screen when the form was opened */
  seen: number
  trouble: Trouble | null
}

/** What has come between the form and its sending, if anything. */
export function Notices({ answer, action, seen, trouble }: NoticesProps) {
  const isOvertaken = answer.report.version > seen
  return (
    <>
      {isOvertaken && <Overtaken answer={answer} />}
      {!answer.actions.includes(action) && <Gone answer={answer} action={action} />}
      {!isOvertaken && trouble && <Failed trouble={trouble} />}
    </>
  )
}

/** Somebody acted since: who, when, what, and where the report stands now. */
function Overtaken({ answer: { timeline, report } }: { answer: ReportAnswer }) {
  const t = useStaffText()
  const format = useFormat()
  const event = timeline[timeline.length - 1]
  if (!event) return null
  const values = {
    who: event.actor.person ?? event.actor.name,
    when: format.dateTime(event.at),
    what: eventLook(event, t, format).title,
    state: t(`report.state.${report.state}`),
  }
  return (
    <Banner tone="wait" title={t('staff.form.stale')}>
      {t('staff.form.stale.text', values)}
    </Banner>
  )
}

/** It can no longer be done; what was typed stays to be read and copied. */
function Gone({ answer, action }: Pick<NoticesProps, 'answer' | 'action'>) {
  const t = useStaffText()
  return (
    <Banner tone="bad" title={t('staff.form.gone', { what: t(`staff.do.${action}`) })}>
      {t('staff.form.gone.text', { state: t(`report.state.${answer.report.state}`) })}
    </Banner>
  )
}

/** The try itself failed. */
function Failed({ trouble }: { trouble: Trouble }) {
  const t = useStaffText()
  const isUnsent = trouble.kind === 'unsent'
  return (
    <Banner tone={isUnsent ? 'wait' : 'bad'} title={t(isUnsent ? 'staff.form.unsent' : 'staff.form.failed')}>
      {isUnsent ? `${trouble.message} ${t('staff.form.unsent.text')}` : trouble.message}
    </Banner>
  )
}

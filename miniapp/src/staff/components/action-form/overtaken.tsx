import type { ReportAnswer } from '@shared/contract/report.ts'
import { eventLook } from '@/components/timeline/event-words'
import { Banner } from '@/kit/banner'
import { useFormat } from '@/locale/use-text'
import type { StaffAction } from '../../actions/action-forms'
import { useStaffText } from '../../locale/use-staff-text'

/** Somebody acted since this form was opened: who, when, what, and where the report stands now. */
export function Stale({ answer }: { answer: ReportAnswer }) {
  const t = useStaffText()
  const format = useFormat()
  const { timeline, report } = answer
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
export function Gone({ answer, action }: { answer: ReportAnswer; action: StaffAction }) {
  const t = useStaffText()
  return (
    <>
      <Stale answer={answer} />
      <Banner tone="bad" title={t('staff.form.gone', { what: t(`staff.do.${action}`) })}>
        {t('staff.form.gone.text', { state: t(`report.state.${answer.report.state}`) })}
      </Banner>
    </>
  )
}

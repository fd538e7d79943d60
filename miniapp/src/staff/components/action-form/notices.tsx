import type { ReportAnswer } from '@shared/contract/report.ts'
import { Banner } from '@/kit/banner'
import { Text } from '@/kit/text'
import type { StaffAction } from '../../actions/action-forms'
import { useStaffText } from '../../locale/use-staff-text'
import { useFirstWords } from '../../state/use-first-words'
import type { Trouble } from './use-action-form'

export interface NoticesProps {
  answer: ReportAnswer
  action: StaffAction
  /** the version that was on the screen when the form was opened */
  seen: number
  trouble: Trouble | null
  /** sent with one press: there are no words to keep, and the page has gone back to what is true */
  atOnce?: boolean
}

/** What has come between the form and its sending, if anything. */
export function Notices({ answer, action, seen, trouble, atOnce = false }: NoticesProps) {
  const isOvertaken = answer.report.version > seen
  return (
    <>
      {isOvertaken && <Overtaken answer={answer} atOnce={atOnce} />}
      {!atOnce && !answer.actions.includes(action) && <Gone answer={answer} action={action} />}
      {!isOvertaken && trouble && <Failed trouble={trouble} />}
    </>
  )
}

/** Somebody acted since: who, when, what, and where the report stands now. */
function Overtaken({ answer, atOnce }: { answer: ReportAnswer; atOnce: boolean }) {
  const t = useStaffText()
  const first = useFirstWords()
  return (
    <Banner tone="wait" title={t('staff.form.stale')}>
      <Text block>{first(answer)}</Text>
      <Text block>{t(atOnce ? 'staff.put-back' : 'staff.form.stale.text')}</Text>
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

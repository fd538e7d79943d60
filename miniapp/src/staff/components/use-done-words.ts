import type { Report } from '@shared/contract/report.ts'
import { useFormat } from '@/locale/use-text'
import type { StaffAction } from '../actions/action-forms'
import { useStaffText } from '../locale/use-staff-text'

/** What to say after an action, with the one who has the report now and the date that counts. */
export function useDoneWords(action: StaffAction, report: Report): string {
  const t = useStaffText()
  const format = useFormat()
  const date = action === 'grant' ? report.promisedAt : (report.dueAt ?? report.promisedAt)
  return t(`staff.done.${action}`, { who: report.holder?.name ?? '', date: format.date(date) })
}

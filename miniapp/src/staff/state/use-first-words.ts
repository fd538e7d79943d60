import type { ReportAnswer } from '@shared/contract/report.ts'
import { useCallback } from 'react'
import { eventLook } from '@/components/timeline/event-words'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../locale/use-staff-text'

/** Says who acted last on a report, when, what they did, and where the report stands now. */
export function useFirstWords(): (now: ReportAnswer) => string {
  const t = useStaffText()
  const format = useFormat()
  return useCallback(
    ({ timeline, report }) => {
      const event = timeline[timeline.length - 1]
      if (!event) return ''
      return t('staff.first', {
        who: event.actor.person ?? event.actor.name,
        when: format.dateTime(event.at),
        what: eventLook(event, t, format).title,
        state: t(`report.state.${report.state}`),
      })
    },
    [t, format],
  )
}

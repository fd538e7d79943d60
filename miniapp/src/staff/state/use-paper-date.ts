import { shanghai } from '@/locale/format'
import { useStaffText } from '../locale/use-staff-text'

/** A date with its year, as it stands on paper that is read again years later. */
export function usePaperDate(): (at: string) => string {
  const t = useStaffText()
  return (at) => {
    const { year, month, day } = shanghai(at)
    return t('staff.paper.date', { year, month, day })
  }
}

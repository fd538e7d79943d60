import { useCategories } from '@/api/categories'
import { useDistricts } from '@/api/districts'
import { useStaffText } from '../locale/use-staff-text'
import type { ReportFilter } from '../state/report-filter'

/** What a filter says, as a name. */
export function useFilterName(): (filter: ReportFilter) => string {
  const t = useStaffText()
  const categories = useCategories()
  const districts = useDistricts()
  const nameOf = (items: readonly { code: string; name: string }[] = [], wanted: string) =>
    items.find(({ code }) => code === wanted)?.name ?? wanted
  return ({ q, state, category, district, from, to, overdue, matter }) => {
    const parts = [
      q,
      matter && t(`staff.dash.matter.${matter}`),
      state && t(`report.state.${state}`),
      nameOf(categories.data, category),
      nameOf(districts.data?.items, district),
      from && `${from}–`,
      to && `–${to}`,
      overdue ? t('staff.inbox.overdue-only') : '',
    ]
    return parts.filter(Boolean).join(' · ')
  }
}

import { useQuery } from '@tanstack/react-query'
import type { Report, ReportRow } from '@shared/contract/report.ts'
import { LEADING_STATES } from '@shared/domain/report-merging.ts'
import type { State } from '@shared/domain/report-state.ts'
import { listStaffReports } from '../api/staff-reports'
import { useLocale } from './use-locale'

/** More would push the form out of sight; any other lead can be typed. */
const MOST = 8
const PAGE = 50

/** Reports of the same kind, at the same station, that are still on their way to an answer; the newest first. */
export function useLeads({ number, station, district, category }: Report) {
  const locale = useLocale()
  const place = station ? { station: station.number } : { district: district.code }
  const query = { scope: 'visible', sort: 'new', category: category.code, limit: PAGE, ...place } as const
  return useQuery({
    queryKey: ['staff', 'reports', 'leads', query, locale],
    queryFn: ({ signal }) => listStaffReports(query, signal),
    select: ({ items }) => items.filter((row) => row.number !== number && canLead(row)).slice(0, MOST),
  })
}

function canLead({ state }: ReportRow): boolean {
  return (LEADING_STATES as readonly State[]).includes(state)
}

import { useQuery } from '@tanstack/react-query'
import type { Report } from '@shared/contract/report.ts'
import { getStation } from '@/api/stations'
import { listBodies } from '../api/bodies'
import { useLocale } from './use-locale'

const RARELY_CHANGES = 10 * 60_000

/** The station of a report, with its deputies. */
export function useStationOf(report: Report) {
  const locale = useLocale()
  const number = report.station?.number ?? ''
  return useQuery({
    queryKey: ['station', number, locale],
    queryFn: ({ signal }) => getStation(number, signal),
    enabled: number !== '',
    staleTime: RARELY_CHANGES,
  })
}

/** The bodies that can take the report, the most likely first. */
export function useBodies(report: Report, enabled = true) {
  const locale = useLocale()
  const station = useStationOf(report)
  // An opinion is about its station's neighbourhood; a snapshot may have been taken anywhere in the district.
  const street = report.channel === 'opinion' ? (station.data?.street.code ?? '') : ''
  const query = { category: report.category.code, district: report.district.code, street }
  return useQuery({
    queryKey: ['staff', 'bodies', query, locale],
    queryFn: ({ signal }) => listBodies(query, signal),
    enabled: enabled && !station.isLoading,
    staleTime: RARELY_CHANGES,
  })
}

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { BodyListQuery } from '@shared/contract/category.ts'
import type { Report, ReportRow } from '@shared/contract/report.ts'
import { queryClient } from '@/api/query-client'
import { getStation } from '@/api/stations'
import type { Locale } from '@/locale/locales'
import { listBodies } from '../api/bodies'
import { type Suggestion, suggestionOf } from '../actions/suggestion'
import { useLocale } from './use-locale'

const RARELY_CHANGES = 10 * 60_000

/** What bodies are asked for by; a row of a list has it too. */
type Placed = Pick<Report | ReportRow, 'channel' | 'category' | 'district' | 'station'>

const stationOptions = (number: string, locale: Locale) =>
  queryOptions({
    queryKey: ['station', number, locale],
    queryFn: ({ signal }) => getStation(number, signal),
    staleTime: RARELY_CHANGES,
  })

const bodiesOptions = (query: BodyListQuery, locale: Locale) =>
  queryOptions({
    queryKey: ['staff', 'bodies', query, locale],
    queryFn: ({ signal }) => listBodies(query, signal),
    staleTime: RARELY_CHANGES,
  })

/** An opinion is about its station's neighbourhood; a snapshot may have been taken anywhere in the district. */
function bodyQuery(
  { channel, category, district }: Placed,
  stationStreet: string | undefined,
): BodyListQuery {
  const street = channel === 'opinion' ? (stationStreet ?? '') : ''
  return { category: category.code, district: district.code, street }
}

/** The station of a report, with its deputies. */
export function useStationOf({ station }: Pick<Report, 'station'>) {
  const number = station?.number ?? ''
  return useQuery({ ...stationOptions(number, useLocale()), enabled: number !== '' })
}

/** The bodies that can take the report, the most likely first. */
export function useBodies(report: Report, enabled = true) {
  const locale = useLocale()
  const station = useStationOf(report)
  return useQuery({
    ...bodiesOptions(bodyQuery(report, station.data?.street.code), locale),
    enabled: enabled && !station.isLoading,
  })
}

/** To whom the report would go, and why; null while nobody knows, or where nothing speaks for one. */
export function useSuggestion(report: Report, enabled = true): Suggestion | null {
  const bodies = useBodies(report, enabled)
  const station = useStationOf(report)
  return enabled && bodies.data ? suggestionOf(bodies.data, report, station.data?.street.name) : null
}

/** The same for a row of a list; what it needs is asked for once for all rows alike. */
export async function suggestionFor(row: ReportRow, locale: Locale): Promise<Suggestion | null> {
  const station = row.station && (await queryClient.fetchQuery(stationOptions(row.station.number, locale)))
  const query = bodyQuery(row, station?.street.code)
  return suggestionOf(await queryClient.fetchQuery(bodiesOptions(query, locale)), row, station?.street.name)
}

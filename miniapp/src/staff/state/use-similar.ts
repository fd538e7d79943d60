import { useQuery } from '@tanstack/react-query'
import type { Report } from '@shared/contract/report.ts'
import { findSimilarInOffice } from '../api/staff-reports'
import { useLocale } from './use-locale'

/** Reports that may tell of the same thing and could lead this one, public or not, the most similar first. */
export function useSimilar({ number, place, category, text }: Report, enabled: boolean) {
  const locale = useLocale()
  return useQuery({
    queryKey: ['staff', 'reports', 'similar', number, locale],
    queryFn: ({ signal }) =>
      findSimilarInOffice({ near: place, category: category.code, text, except: number }, signal),
    select: ({ items }) => items,
    enabled,
  })
}

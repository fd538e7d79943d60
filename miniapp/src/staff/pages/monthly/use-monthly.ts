import { useQuery } from '@tanstack/react-query'
import { addCounts, type Figures, figuresOf } from '@shared/domain/figures.ts'
import { getStatistics } from '../../api/statistics'
import { useLocale } from '../../state/use-locale'
import { firstDay, lastDay, type Month, monthAfter } from '../../state/months'

/** A year, and the year before it to compare with. */
const MONTHS = 25

/** What is left out of a series was not counted: nothing of it. */
export const NOTHING: Figures = figuresOf(addCounts([]))

export interface MonthlyFigures {
  /** of each month that has something, up to the month of the report */
  months: ReadonlyMap<Month, Figures>
  /** of the month of the report, in the order of their codes */
  categories: readonly { code: string | null; name: string; figures: Figures }[]
}

/** The figures of a month and of the two years before it: of one district, or of the whole city. */
export function useMonthly(month: Month, district: string) {
  const locale = useLocale()
  return useQuery({
    queryKey: ['statistics', 'monthly', month, district, locale],
    queryFn: async ({ signal }): Promise<MonthlyFigures> => {
      const asked = { to: lastDay(month), district }
      const [byMonth, byCategory] = await Promise.all([
        getStatistics({ ...asked, by: 'month', from: firstDay(monthAfter(month, 1 - MONTHS)) }, signal),
        getStatistics({ ...asked, by: 'category', from: firstDay(month) }, signal),
      ])
      return {
        months: new Map(byMonth.series.flatMap((one) => ('month' in one ? [[one.month, one]] : []))),
        categories: byCategory.series.flatMap((one) =>
          'code' in one ? [{ code: one.code, name: one.name, figures: one }] : [],
        ),
      }
    },
  })
}

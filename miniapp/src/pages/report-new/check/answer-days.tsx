import type { Category } from '@shared/contract/category.ts'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

/** The steps of which the promise is the sum (shared/domain/report-deadline.ts). */
const PROMISED = ['pre_review', 'sign', 'handle', 'review'] as const

/** How long such matters take: said before sending, promised as a date after it. */
export function AnswerDays({ category }: { category: Category }) {
  const t = useText()
  const days = PROMISED.reduce((sum, step) => sum + (category.limits[step] ?? 0), 0)
  if (days === 0) return null
  return <Text block>{t('report-new.check.days', { n: days })}</Text>
}

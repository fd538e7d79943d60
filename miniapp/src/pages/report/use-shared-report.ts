import type { ReportAnswer } from '@shared/contract/report.ts'
import { useText } from '@/locale/use-text'
import type { Shared } from '@/platform/share'

const SHORT = 40

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > SHORT ? `${letters.slice(0, SHORT).join('')}…` : text
}

/**
 * What is handed on from a report's page: the report where everybody may read it, else the app. Never the page as it was
 * opened, which may carry the query code.
 */
export function useSharedReport(answer: ReportAnswer | undefined): Shared {
  const t = useText()
  if (answer?.view !== 'public') return { title: t('app.name'), to: 'home' }
  const { category, text, number } = answer.report
  const title = t('public.share.title', { category: category.name, text: shortened(text) })
  return { title, to: 'report', query: { number } }
}

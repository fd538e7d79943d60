import { useQuery } from '@tanstack/react-query'
import type { ReportRow } from '@shared/contract/report.ts'
import { useCategories } from '@/api/categories'
import { lengthOf } from '@/kit/counter'
import type { ActionValues } from '../../actions/action-values'
import type { BulkAction } from '../../actions/bulk'
import { whySuggested } from '../../actions/suggestion'
import { useStaffText } from '../../locale/use-staff-text'
import { draftId, draftValues, keepDraft, useActionDrafts } from '../../state/action-drafts'
import type { BulkStep } from '../../state/use-bulk-run'
import { useLocale } from '../../state/use-locale'
import { suggestionFor } from '../../state/use-offices'

const MOST_TEXT = 1000

/** The reason and the words that all of them get; they stay when the sheet is closed. */
export function useDeclineWords() {
  const draft = draftId('bulk', 'decline')
  const values = useActionDrafts((drafts) => draftValues(drafts, draft))
  return { values, set: (part: ActionValues) => keepDraft(draft, { ...values, ...part }) }
}

interface Plan {
  steps: BulkStep[]
  /** number → to whom, and why */
  whys: Record<string, { body: string; why: string }>
  /** reports for which nothing speaks for anybody: they need a person */
  left: number
  faults: { id: string; message: string }[]
  isLoading: boolean
  failed: string | null
}

const READY = { whys: {}, left: 0, faults: [], isLoading: false, failed: null }

/** What each report would get. */
export function useBulkPlan(action: BulkAction, rows: readonly ReportRow[]): Plan {
  const assigning = useAssignPlan(rows, action === 'assign')
  const declining = useDeclinePlan(rows)
  if (action === 'assign') return assigning
  if (action === 'decline') return declining
  return { ...READY, steps: rows.map((row) => ({ row, fields: { action } })) }
}

function useAssignPlan(rows: readonly ReportRow[], enabled: boolean): Plan {
  const t = useStaffText()
  const locale = useLocale()
  const categories = useCategories()
  const numbers = rows.map(({ number }) => number)
  const query = useQuery({
    queryKey: ['suggestions', numbers, locale],
    queryFn: () => Promise.all(rows.map((row) => suggestionFor(row, locale))),
    enabled,
  })
  const plan: Plan = { ...READY, steps: [], whys: {} }
  if (!query.data || !categories.data) {
    const error = query.error ?? categories.error
    return { ...plan, isLoading: enabled && !error, failed: error ? error.message : null }
  }
  for (const [index, row] of rows.entries()) {
    const suggestion = query.data[index]
    const usual = categories.data.find(({ code }) => code === row.category.code)
    if (!suggestion || !usual) {
      plan.left += 1
      continue
    }
    const { code: bodyCode, name } = suggestion.body
    plan.steps.push({ row, fields: { action: 'assign', bodyCode, complexity: usual.complexity } })
    plan.whys[row.number] = { body: name, why: whySuggested(suggestion, t) }
  }
  return plan
}

function useDeclinePlan(rows: readonly ReportRow[]): Plan {
  const t = useStaffText()
  const { values } = useDeclineWords()
  const text = (values.text ?? '').trim()
  const faults = []
  if (!values.reason) faults.push({ id: 'bulk-reason', message: t('staff.form.missing.reason') })
  if (values.reason === 'other' && lengthOf(text) < 2) {
    faults.push({ id: 'bulk-text', message: t('staff.form.missing.text') })
  }
  if (lengthOf(text) > MOST_TEXT) {
    faults.push({ id: 'bulk-text', message: t('staff.form.long.text', { n: MOST_TEXT }) })
  }
  const fields = { action: 'decline', reason: values.reason, ...(text && { text }) } as const
  return { ...READY, faults, steps: rows.map((row) => ({ row, fields })) }
}

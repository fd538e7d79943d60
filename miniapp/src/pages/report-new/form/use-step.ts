import type { Category } from '@shared/contract/category.ts'
import { useState } from 'react'
import { useCategories } from '@/api/categories'
import { useText } from '@/locale/use-text'
import { navigate, returnTo, useShown } from '@/platform/navigation'
import { type Draft, useDraft } from '@/state/draft'
import { problemsOf } from './problems'
import { idOfField, routeAfter, STEPS, type Step, stepOfField, stepRoutes, stepsOf } from './steps'

export interface StepState {
  draft: Draft
  change: (part: Partial<Draft>) => void
  category: Category | undefined
  categories: ReturnType<typeof useCategories>
  /** for the summary, in the order of the page */
  errors: { id: string; message: string }[]
  /** for one control */
  errorOf: (id: string) => string | undefined
  attempt: number
  next: () => void
}

/** One step of the form: what was written, what is wrong with it once the person has tried to go on, and going on. */
export function useStep(step: Step): StepState {
  const t = useText()
  const { draft, refused, change, refuse } = useDraft()
  const categories = useCategories()
  const [attempt, setAttempt] = useState(0)
  // A page that lies below cannot take the focus: the summary takes it when the page comes up again.
  const [shown, setShown] = useState(0)
  useShown(() => setShown((times) => times + 1))
  const category = categories.data?.find(({ code }) => code === draft.categoryCode)
  const problems = problemsOf(step, draft, category)
  const fromServer = Object.entries(refused).filter(([field]) => stepOfField(field) === step)
  const errors = [
    ...(attempt > 0 ? problems.map(({ id, key, values }) => ({ id, message: t(key, values) })) : []),
    ...fromServer.map(([field, message]) => ({ id: idOfField(field), message })),
  ]
  const next = () => {
    setAttempt(attempt + 1)
    // Only what the person has seen and sent again counts as mended; the server looks at it anew anyway.
    const elsewhere = Object.entries(refused).filter(([field]) => stepOfField(field) !== step)
    refuse(Object.fromEntries(elsewhere))
    if (problems.length > 0) return
    const wrong = new Set(elsewhere.map(([field]) => stepOfField(field)))
    const nextWrong = STEPS.find((one) => wrong.has(one))
    if (nextWrong) returnTo(stepRoutes[nextWrong])
    else if (draft.checked) returnTo('report-new-check')
    else navigate(routeAfter(step, stepsOf(draft)))
  }
  return {
    draft,
    change,
    category,
    categories,
    errors,
    errorOf: (id) => errors.find((error) => error.id === id)?.message,
    attempt: attempt + shown,
    next,
  }
}

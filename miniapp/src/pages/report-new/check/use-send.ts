import { useQueryClient } from '@tanstack/react-query'
import type { Category } from '@shared/contract/category.ts'
import { useState } from 'react'
import { restart, returnTo } from '@/platform/navigation'
import { useDraft } from '@/state/draft'
import { type OutboxEntry, removeFromOutbox, sendDraft } from '@/state/outbox'
import { problemsOf } from '../form/problems'
import { STEPS, type Step, stepOfField, stepRoutes } from '../form/steps'

/** Sends the draft by way of the outbox, and leads to what comes of it. */
export function useSend(category: Category | undefined) {
  const [busy, setBusy] = useState(false)
  const queries = useQueryClient()
  const { draft, refuse, startOver } = useDraft()

  const settle = (entry: OutboxEntry) => {
    const { status, key, number, fields, message } = entry
    if (status === 'refused') {
      // Nothing was filed: back to the first step that has to be mended, with the server's own words.
      removeFromOutbox(key)
      refuse(Object.keys(fields).length > 0 ? fields : { text: message ?? '' })
      const steps = Object.keys(fields).map(stepOfField)
      return returnTo(stepRoutes[STEPS.find((step) => steps.includes(step)) ?? 'what'])
    }
    startOver({ keepPhotos: true })
    if (status === 'sent') removeFromOutbox(key)
    void queries.invalidateQueries({ queryKey: ['reports'] })
    restart('report-new-done', status === 'sent' ? { number } : { key })
  }

  const send = () => {
    const wrong = STEPS.find((step: Step) => problemsOf(step, draft, category).length > 0)
    if (wrong) return returnTo(stepRoutes[wrong])
    setBusy(true)
    void sendDraft(draft)
      .then(settle)
      .finally(() => setBusy(false))
  }
  return { busy, send }
}

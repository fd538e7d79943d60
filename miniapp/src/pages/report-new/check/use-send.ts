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
    const { status, key, number } = entry
    if (status === 'refused') {
      // Nothing was filed: back to the first step that has to be mended, with the server's own words.
      const fields = refusedFields(entry)
      removeFromOutbox(key)
      refuse(fields)
      const steps = new Set(Object.keys(fields).map(stepOfField))
      return returnTo(stepRoutes[STEPS.find((step) => steps.has(step)) ?? 'what'])
    }
    startOver({ station: draft.station, keepPhotos: true })
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

/** A refusal without fields still belongs to one: the station, the photos, or the whole. */
function refusedFields({ fields, code, message }: OutboxEntry): Record<string, string> {
  if (Object.keys(fields).length > 0) return fields
  const field = code?.startsWith('STATION') ? 'stationCode' : code?.startsWith('PHOTO') ? 'photoIds' : 'text'
  return { [field]: message ?? '' }
}

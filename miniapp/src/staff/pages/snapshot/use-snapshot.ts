import type { Category } from '@shared/contract/category.ts'
import type { Report, SubmitRequest } from '@shared/contract/report.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { useCategories } from '@/api/categories'
import { queryClient } from '@/api/query-client'
import { PhotosNotSent, sentPhotoIds } from '@/state/photos'
import { submitSnapshot } from '../../api/staff-reports'
import { useStaffText } from '../../locale/use-staff-text'
import {
  beginSnapshot,
  changeSnapshot,
  forgetSnapshot,
  type SnapshotDraft,
  useSnapshotDraft,
} from '../../state/snapshot-draft'
import { snapshotFaults } from './snapshot-faults'
import { suggestCategories } from './suggest-categories'

/** The categories of the city, those the words suggest, and the one that counts now. */
export function useSnapshotCategory() {
  const { data: categories = [] } = useCategories()
  const text = useSnapshotDraft((draft) => draft.text)
  const chosen = useSnapshotDraft((draft) => draft.categoryCode)
  const suggested = suggestCategories(categories, text)
  const category = categories.find(({ code }) => code === chosen) ?? suggested[0]
  return { categories, suggested, category }
}

function requestOf(draft: SnapshotDraft, category: Category | undefined, photoIds: string[]): SubmitRequest {
  const { position, address, text, answers } = draft
  const asked = new Set(category?.questions.map(({ code }) => code))
  return {
    channel: 'snapshot',
    categoryCode: category?.code ?? '',
    text: text.trim(),
    place: position && { ...position, ...(address.trim() && { address: address.trim() }) },
    photoIds,
    // Answers to the questions of a category that was given up are not this report's.
    answers: Object.fromEntries(
      Object.entries(answers).filter(([code, answer]) => asked.has(code) && answer !== ''),
    ),
  }
}

/** Checks the snapshot and sends it, once, whatever the network does. */
export function useSnapshot() {
  const t = useStaffText()
  const { category } = useSnapshotCategory()
  const [failed, setFailed] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [receipt, setReceipt] = useState<Report | null>(null)
  const draft = useSnapshotDraft()
  const faults = snapshotFaults(draft, category, t)
  // What was wrong at the last try, as far as it has not been mended since.
  const wrong = Object.entries(faults).filter(([name]) => failed.includes(name))
  const errors = { ...refused, ...Object.fromEntries(wrong) }

  const deliver = async () => {
    const body = requestOf(draft, category, await sentPhotoIds(draft.photoKeys))
    const { report } = await submitSnapshot(body, beginSnapshot(JSON.stringify(body)))
    forgetSnapshot()
    void queryClient.invalidateQueries({ queryKey: ['staff', 'reports'] })
    setReceipt(report)
  }

  const fail = (error: unknown) => {
    if (error instanceof PhotosNotSent) return setRefused({ photoIds: t('report.photo.failed') })
    if (!(error instanceof ApiError)) throw error
    // A refusal has filed nothing: the next try is a new request.
    if (error.status >= 400 && error.status < 500) changeSnapshot({ unanswered: null })
    setRefused(error.fields)
    setProblem(error.message)
  }

  const send = async () => {
    setFailed(Object.keys(faults))
    setRefused({})
    setProblem('')
    setAttempt(attempt + 1)
    if (Object.keys(faults).length > 0) return
    setBusy(true)
    try {
      await deliver()
    } catch (error) {
      fail(error)
    } finally {
      setBusy(false)
    }
  }

  const again = () => {
    setReceipt(null)
    setFailed([])
    setAttempt(0)
  }
  return { errors, attempt, busy, problem, receipt, send, again }
}

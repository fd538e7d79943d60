import { useRef, useState } from 'react'
import { useCategories } from '@/api/categories'
import { queryClient } from '@/api/query-client'
import { type OutboxEntry, removeFromOutbox, sendDraft } from '@/state/outbox'
import { useStaffText } from '../../locale/use-staff-text'
import {
  draftOfSnapshot,
  isEmptySnapshot,
  nextSnapshot,
  resumeSnapshot,
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

/** Checks the snapshot and puts it into the outbox, which sends it, once, whatever the network does. */
export function useSnapshot(deputy: string) {
  const t = useStaffText()
  const { category } = useSnapshotCategory()
  const [failed, setFailed] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState('')
  /** the one just given to the outbox; its number, as soon as the first try has got it there */
  const [sent, setSent] = useState<{ number: string | null } | null>(null)
  const shown = useRef('')
  const draft = useSnapshotDraft()
  const faults = snapshotFaults(draft, category, t)
  // What was wrong at the last try, as far as it has not been mended since.
  const wrong = Object.entries(faults).filter(([name]) => failed.includes(name))
  const errors = { ...refused, ...Object.fromEntries(wrong) }

  const settle = (entry: OutboxEntry) => {
    void queryClient.invalidateQueries({ queryKey: ['staff', 'reports'] })
    // Whoever has gone on to the next one reads in the outbox what became of this one.
    if (shown.current !== entry.key) return
    if (entry.status === 'sent') {
      removeFromOutbox(entry.key)
      setSent({ number: entry.number })
    }
    if (entry.status !== 'refused' || !isEmptySnapshot(useSnapshotDraft.getState())) return
    resumeSnapshot(entry.draft)
    removeFromOutbox(entry.key)
    setSent(null)
    setRefused(entry.fields)
    setProblem(entry.message ?? '')
  }

  const send = () => {
    setFailed(Object.keys(faults))
    setRefused({})
    setProblem('')
    setAttempt(attempt + 1)
    if (Object.keys(faults).length > 0 || !category) return
    const asked = new Set(category.questions.map(({ code }) => code))
    // Answers to the questions of a category that was given up are not this report's.
    const answers = Object.fromEntries(
      Object.entries(draft.answers).filter(([code, answer]) => asked.has(code) && answer !== ''),
    )
    const going = sendDraft(draftOfSnapshot({ ...draft, answers }, deputy, category.code))
    // It lies in the outbox by now: a killed app must not find it in both places.
    nextSnapshot()
    setSent({ number: null })
    shown.current = draft.key
    void going.then(settle)
  }

  const again = () => {
    setSent(null)
    shown.current = ''
    setFailed([])
    setAttempt(0)
  }
  return { errors, attempt, problem, sent, send, again }
}

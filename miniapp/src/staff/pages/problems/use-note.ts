import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { lengthOf } from '@/kit/counter'
import { newIdempotencyKey } from '@/state/idempotency-key'
import { useKept } from '@/state/use-kept'
import { noteProblem } from '../../api/deputy'
import { useStaffText } from '../../locale/use-staff-text'

const LEAST_TEXT = 5

const EMPTY = { text: '', categoryCode: '', numbers: [] as string[], key: '' }

/** A note that is being written; it stays on the device until the server has it, and is written there once. */
export function useNote(first: string, onDone: () => void) {
  const t = useStaffText()
  const [kept, keep] = useKept('mashang.staff.problem', EMPTY)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  // The report that led here is chosen from the beginning, until it is taken out.
  const [isFirstOut, setFirstOut] = useState(false)
  const isFirstIn = first !== '' && !isFirstOut
  const numbers = isFirstIn && !kept.numbers.includes(first) ? [first, ...kept.numbers] : kept.numbers

  const faults: Record<string, string> = {
    ...(lengthOf(kept.text.trim()) < LEAST_TEXT && {
      text: t('staff.snapshot.missing.text', { n: LEAST_TEXT }),
    }),
    ...(kept.categoryCode === '' && { categoryCode: t('staff.snapshot.missing.category') }),
  }
  // Changed words are another note: only the very same request goes under the same key.
  const change = (part: Partial<typeof EMPTY>) => keep({ ...kept, key: '', ...part })
  const toggle = (number: string, isIn: boolean, categoryCode = '') => {
    if (number === first) setFirstOut(!isIn)
    const others = numbers.filter((one) => one !== number)
    change({
      numbers: isIn ? [...others, number] : others,
      categoryCode: kept.categoryCode || categoryCode,
    })
  }

  const send = async () => {
    setAttempt(attempt + 1)
    setWrong(faults)
    setProblem('')
    if (Object.keys(faults).length > 0) return
    const key = kept.key || newIdempotencyKey()
    keep({ ...kept, numbers, key })
    setBusy(true)
    try {
      await noteProblem(
        { text: kept.text.trim(), categoryCode: kept.categoryCode, reportNumbers: numbers },
        key,
      )
      keep(EMPTY)
      onDone()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setWrong(error.fields)
      setProblem(error.message)
    } finally {
      setBusy(false)
    }
  }
  const errors = Object.fromEntries(
    Object.entries(wrong).filter(([name, words]) =>
      faults[name] !== undefined || problem !== '' ? words : '',
    ),
  )
  return { ...kept, numbers, errors, problem, attempt, busy, change, toggle, send }
}

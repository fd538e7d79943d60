import type { ReportAnswer } from '@shared/contract/report.ts'
import { useCallback, useState } from 'react'
import type { StaffAction } from '../actions/action-forms'

/** A step that was taken, and the report as it left it. */
export interface Done {
  action: StaffAction
  after: ReportAnswer
}

/** Why a step sent with one press was not taken. */
export interface AtOnceProblem {
  action: StaffAction
  /** the version that was on the screen */
  seen: number
  kind: 'unsent' | 'failed'
  message: string
}

/** What was just done to the report on the page, what is under way, and what went wrong. */
export function useDeeds() {
  const [done, setDone] = useState<Done | null>(null)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<AtOnceProblem | null>(null)
  const onSend = useCallback(() => {
    setSending(true)
    setProblem(null)
    setDone(null)
  }, [])
  const onDone = useCallback((action: StaffAction, after: ReportAnswer) => {
    setSending(false)
    setProblem(null)
    setDone({ action, after })
  }, [])
  const onProblem = useCallback((why: AtOnceProblem) => {
    setSending(false)
    setProblem(why)
  }, [])
  return { done, sending, problem, onSend, onDone, onProblem }
}

import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { queryClient } from '@/api/query-client'
import { joinReport } from '@/api/reports'
import { buzz } from '@/platform/haptics'

export interface Join {
  joins: number
  joined: boolean
  busy: boolean
  /** in the server's words; '' when all is well */
  problem: string
  toggle: () => void
}

/** "我也遇到了" for one report. What the server answered counts from then on. */
export function useJoin(number: string, from: { joins: number; joined: boolean }): Join {
  const [answered, setAnswered] = useState<{ joins: number; joined: boolean } | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const now = answered ?? from
  const change = async () => {
    setBusy(true)
    setProblem('')
    try {
      setAnswered(await joinReport(number, !now.joined))
      buzz()
      void queryClient.invalidateQueries({ queryKey: ['reports', 'public'] })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setProblem(error.message)
    } finally {
      setBusy(false)
    }
  }
  return { ...now, busy, problem, toggle: () => void change() }
}

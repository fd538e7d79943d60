import { useState } from 'react'
import { ApiError } from '@/api/api-error'

type Errors = Readonly<Record<string, string>>

/** One thing to be sent: whether it is under way, what was wrong with it, and what was done. */
export function useDeed() {
  const [errors, setErrors] = useState<Errors>({})
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const [done, setDone] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  /**
   * @param missing what is not filled in: then nothing is sent
   * @returns whether it was done
   */
  const run = async (missing: Errors, send: () => Promise<unknown>, words: string): Promise<boolean> => {
    setErrors(missing)
    setRefusal(null)
    setDone('')
    setAttempt(attempt + 1)
    if (Object.keys(missing).length > 0) return false
    setBusy(true)
    try {
      await send()
      setDone(words)
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setErrors(error.fields)
      setRefusal(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { errors, refusal, done, attempt, busy, run }
}

export type Deed = ReturnType<typeof useDeed>

import { useState } from 'react'
import { ApiError } from '@/api/api-error'

/** One thing under way, and how it went. */
export interface DataDeed {
  busy: boolean
  done: string
  failed: string
  run: (work: () => Promise<string>) => Promise<void>
}

/** Something that is done with one's own data: `work` answers in words what came of it. */
export function useDataDeed(): DataDeed {
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState('')
  const [failed, setFailed] = useState('')
  const run = async (work: () => Promise<string>) => {
    setBusy(true)
    setDone('')
    setFailed('')
    try {
      setDone(await work())
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailed(error.message)
    } finally {
      setBusy(false)
    }
  }
  return { busy, done, failed, run }
}

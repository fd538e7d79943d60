import { useQueryClient } from '@tanstack/react-query'
import type { ActionRequest } from '@shared/contract/report-action.ts'
import type { Report } from '@shared/contract/report.ts'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { ApiError } from '@/api/api-error'
import { actOnReport } from '@/api/reports'
import { reportKey } from '@/api/use-report'
import { language } from '@/locale/translate'
import { newIdempotencyKey } from '@/state/idempotency-key'
import { PhotosNotSent } from '@/state/photos'

type WithoutVersion<A> = A extends unknown ? Omit<A, 'version'> : never
/** What a reporter asks for; the version is the one on the screen. */
export type DeedRequest = WithoutVersion<ActionRequest>
export type DeedName = 'supplement' | 'rate' | 'appeal' | 'withdraw'

export type Outcome =
  | { kind: 'none' }
  | { kind: 'busy'; deed: DeedName }
  /** somebody was faster; the page shows the report as it is now, what was typed stays */
  | { kind: 'stale'; deed: DeedName }
  | { kind: 'failed'; deed: DeedName; message: string | null }
  | { kind: 'done'; deed: DeedName }

/** Does one thing with a report at a time, each exactly once. */
export function useDeed({ number, version }: Pick<Report, 'number' | 'version'>, queryCode: string | null) {
  const queries = useQueryClient()
  const locale = useStore(language, (now) => now.locale)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  /** The same words keep their key over every try; other words are another deed. */
  const last = useRef({ words: '', key: '' })

  const send = async (
    deed: DeedName,
    request: () => Promise<DeedRequest> | DeedRequest,
  ): Promise<boolean> => {
    setOutcome({ kind: 'busy', deed })
    try {
      const action = { ...(await request()), version } as ActionRequest
      const words = JSON.stringify(action)
      if (last.current.words !== words) last.current = { words, key: newIdempotencyKey() }
      const answer = await actOnReport({ number, action, queryCode, idempotencyKey: last.current.key })
      queries.setQueryData(reportKey(number, queryCode, locale), answer)
      setOutcome({ kind: 'done', deed })
      return true
    } catch (error) {
      setOutcome(await failure(deed, error))
      return false
    }
  }

  const failure = async (deed: DeedName, error: unknown): Promise<Outcome> => {
    if (error instanceof PhotosNotSent) return { kind: 'failed', deed, message: null }
    if (!(error instanceof ApiError)) throw error
    const moved = error.code === 'STALE_VERSION' || error.code === 'ILLEGAL_TRANSITION'
    if (moved) await queries.invalidateQueries({ queryKey: ['reports', 'one', number] })
    if (error.code === 'STALE_VERSION') return { kind: 'stale', deed }
    return { kind: 'failed', deed, message: Object.values(error.fields)[0] ?? error.message }
  }

  return { outcome, send, busy: outcome.kind === 'busy' ? outcome.deed : null }
}

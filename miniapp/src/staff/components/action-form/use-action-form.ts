import type { ActionRequest } from '@shared/contract/report-action.ts'
import type { ReportAnswer } from '@shared/contract/report.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { queryClient } from '@/api/query-client'
import { forgetPhotos, PhotosNotSent, sentPhotoIds } from '@/state/photos'
import type { StaffAction } from '../../actions/action-forms'
import { faultsOf, fieldOfPath, requestOf } from '../../actions/action-rules'
import type { ActionValues } from '../../actions/action-values'
import { foreseen } from '../../actions/foreseen'
import { act } from '../../api/staff-reports'
import { useStaffText } from '../../locale/use-staff-text'
import {
  beginSending,
  draftId,
  draftValues,
  endSending,
  forgetDraft,
  hasDraft,
  keepDraft,
  useActionDrafts,
} from '../../state/action-drafts'
import { isUnknown } from '../../state/send-step'
import { showForNow, showReport } from '../../state/use-reports'
import { useLocale } from '../../state/use-locale'

/** Why the last try did not succeed. unsent: nobody knows whether it arrived, the same try may be repeated. */
export interface Trouble {
  kind: 'unsent' | 'failed'
  message: string
}

interface Wanted {
  answer: ReportAnswer
  action: StaffAction
  /** what the form begins with */
  defaults?: ActionValues
  /** what it sends whatever was typed: there is no form, one press sends it, and the page shows at once what follows */
  fixed?: ActionValues
  onDone: (after: ReportAnswer) => void
  onTrouble?: (trouble: Trouble) => void
}

const NOTHING: ActionValues = {}

/** What was typed, what is wrong with it, and sending it: once, whatever the network does. */
export function useActionForm(wanted: Wanted) {
  const { answer, action, defaults = NOTHING, fixed, onDone, onTrouble } = wanted
  const t = useStaffText()
  const locale = useLocale()
  const { report, timeline } = answer
  const draft = draftId(report.number, action)
  const typed = useActionDrafts((drafts) => draftValues(drafts, draft))
  const isDraft = useActionDrafts((drafts) => hasDraft(drafts, draft))
  const [failed, setFailed] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const values = { ...defaults, ...typed, ...fixed }
  const faults = faultsOf({ action, values, report, timeline, now: Date.now() })
  // What was wrong at the last try, as far as it has not been mended since.
  const wrong = faults.filter((fault) => failed.includes(fault.id))
  const errors = { ...refused, ...Object.fromEntries(wrong.map(({ id, key, n = 0 }) => [id, t(key, { n })])) }

  const begin = (): boolean => {
    setFailed(faults.map((fault) => fault.id))
    setRefused({})
    setTrouble(null)
    setAttempt((before) => before + 1)
    return faults.length === 0
  }

  const deliver = async (): Promise<ReportAnswer> => {
    const photoIds = await sentPhotoIds(values.photoKeys ?? [])
    const fields = requestOf({ action, values, report, timeline }, photoIds)
    const { key, version } = beginSending(draft, JSON.stringify(fields), report.version)
    return act(report.number, { ...fields, version } as ActionRequest, key)
  }

  const tell = (kind: Trouble['kind'], message: string) => {
    setTrouble({ kind, message })
    onTrouble?.({ kind, message })
  }

  const fail = (error: unknown) => {
    if (error instanceof PhotosNotSent) return setRefused({ photoIds: t('report.photo.failed') })
    if (!(error instanceof ApiError)) throw error
    if (isUnknown(error)) return tell('unsent', error.message)
    endSending(draft)
    setRefused(inFields(error))
    tell('failed', Object.values(error.fields)[0] ?? error.message)
    // Somebody was first, or it is no longer possible: the page shows what is true now.
    if (error.code !== 'VALIDATION_FAILED') void queryClient.invalidateQueries({ queryKey: ['staff'] })
  }

  const send = async () => {
    if (!begin()) return
    setBusy(true)
    const putBack = fixed && showForNow(foreseen(answer, action), locale)
    try {
      const after = await deliver()
      forgetPhotos(values.photoKeys ?? [])
      forgetDraft(draft)
      showReport(after, locale)
      onDone(after)
    } catch (error) {
      putBack?.()
      fail(error)
    } finally {
      setBusy(false)
    }
  }

  const set = (part: ActionValues) => keepDraft(draft, { ...typed, ...part })
  return { values, set, isDraft, errors, trouble, attempt, busy, send }
}

function inFields(error: ApiError): Record<string, string> {
  return Object.fromEntries(
    Object.entries(error.fields).map(([path, message]) => [fieldOfPath(path), message]),
  )
}

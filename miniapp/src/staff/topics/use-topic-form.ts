import type { TopicActionRequest, TopicAnswer, TopicRequest } from '@shared/contract/topic.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { queryClient } from '@/api/query-client'
import { useSession } from '@/state/session'
import { useKept } from '@/state/use-kept'
import { actOnTopic, openTopic } from '../api/topics'
import { useStaffText } from '../locale/use-staff-text'
import { beginSending, draftId, endSending, forgetDraft } from '../state/action-drafts'
import { useLocale } from '../state/use-locale'
import { showTopic } from '../state/use-topics'
import type { TopicDeed } from './topic-forms'
import { EMPTY, faultsOf, fieldsOf, type TopicValues } from './topic-values'

interface Wanted {
  deed: TopicDeed
  /** the topic, or what a new one is opened from */
  subject: string
  version: number
  /** what the form begins with while nothing was typed */
  begin?: TopicValues
  /** goes into the request besides the fields */
  more?: Partial<TopicRequest>
  onDone: (after: TopicAnswer) => void
}

/** A lost answer may have been a yes: the same try goes out again under the same key. */
const isUnknown = (error: ApiError) => error.isNetwork || error.code === 'UNREADABLE' || error.status >= 500

/** What was typed, kept until it is done; what is wrong with it; and sending it, once whatever the network does. */
export function useTopicForm({ deed, subject, version, begin = EMPTY, more, onDone }: Wanted) {
  const t = useStaffText()
  const locale = useLocale()
  const me = useSession((now) => now.account?.id ?? '')
  const [values, keep] = useKept(`mashang.staff.topic.${me}.${subject}.${deed}`, begin)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const faults = faultsOf(deed, values, Date.now())
  const wrong = Object.entries(tried ? faults : {}).map(([field, { key, n = 0 }]) => [field, t(key, { n })])
  const errors: Record<string, string> = { ...refused, ...Object.fromEntries(wrong) }
  const draft = draftId(`topic ${subject}`, deed)

  const deliver = () => {
    const fields = { ...fieldsOf(deed, values), ...more }
    const sending = beginSending(draft, JSON.stringify(fields), version)
    if (deed === 'open') return openTopic(fields as TopicRequest, sending.key)
    const body = { action: deed, version: sending.version, ...fields } as TopicActionRequest
    return actOnTopic(subject, body, sending.key)
  }

  const fail = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    setTrouble(isUnknown(error) ? `${error.message} ${t('staff.form.unsent.text')}` : error.message)
    if (isUnknown(error)) return
    endSending(draft)
    setRefused(byField(error))
    // Somebody was first: the page shows what is true now.
    if (error.code !== 'VALIDATION_FAILED') void queryClient.invalidateQueries({ queryKey: ['staff'] })
  }

  const send = async () => {
    setTried(true)
    setRefused({})
    setTrouble('')
    setAttempt((before) => before + 1)
    if (Object.keys(faults).length > 0) return
    setBusy(true)
    try {
      const after = await deliver()
      forgetDraft(draft)
      keep(begin)
      showTopic(after, locale)
      onDone(after)
    } catch (error) {
      fail(error)
    } finally {
      setBusy(false)
    }
  }

  const set = (part: Partial<TopicValues>) => keep({ ...values, ...part })
  return { values, set, errors, trouble, attempt, busy, send }
}

/** 'reportNumbers.3' speaks of the field 'reportNumbers'. */
function byField(error: ApiError): Record<string, string> {
  return Object.fromEntries(
    Object.entries(error.fields).map(([path, words]) => [path.split('.')[0] ?? path, words]),
  )
}

import type { ReportAnswer } from '@shared/contract/report.ts'
import { useEffect, useState } from 'react'
import { Button } from '@/kit/button'
import { Text } from '@/kit/text'
import { useHotkeys } from '@/platform/use-hotkeys'
import { useWide } from '@/platform/use-wide'
import { usePreferences } from '@/state/preferences'
import type { StaffAction } from '../../actions/action-forms'
import type { ActionValues } from '../../actions/action-values'
import { useStaffText } from '../../locale/use-staff-text'
import { useActionForm } from './use-action-form'

interface UndoButtonProps {
  /** as the step has left it */
  after: ReportAnswer
  /** the step that takes it back */
  reverse: StaffAction
  onDone: (action: StaffAction, after: ReportAnswer) => void
}

/** Then it is one of the usual buttons again. In elder mode nothing hurries. */
const OFFERED_MS = 20_000
const NOTHING: ActionValues = {}

/** Takes the last step back, for a while. */
export function UndoButton({ after, reverse, onDone }: UndoButtonProps) {
  const t = useStaffText()
  const wide = useWide()
  const elder = usePreferences((now) => now.elder)
  const [over, setOver] = useState(false)
  const { busy, send, trouble } = useActionForm({
    answer: after,
    action: reverse,
    defaults: NOTHING,
    onDone: (now) => onDone(reverse, now),
  })
  useEffect(() => {
    if (elder) return
    const timer = setTimeout(() => setOver(true), OFFERED_MS)
    return () => clearTimeout(timer)
  }, [elder])
  const isOffered = !over || busy
  useHotkeys({ u: () => void send() }, wide && isOffered)
  if (!isOffered) return null
  return (
    <>
      <Button small icon="back" busy={busy} onClick={() => void send()}>
        {t('staff.undo')}
      </Button>
      {trouble && <Text tone="bad">{trouble.message}</Text>}
    </>
  )
}

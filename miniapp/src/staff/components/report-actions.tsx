import type { ReportAnswer } from '@shared/contract/report.ts'
import { type ReactNode, useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { focusOnId } from '@/platform/scroll'
import { useHotkeys } from '@/platform/use-hotkeys'
import { useWide } from '@/platform/use-wide'
import { actionForms, inOrder, isMain, type StaffAction } from '../actions/action-forms'
import { useStaffText } from '../locale/use-staff-text'
import { ActionButton } from './action-form/action-button'
import { ActionSheet } from './action-form/action-sheet'

export interface ReportActionsProps {
  answer: ReportAnswer
  onDone: (action: StaffAction, after: ReportAnswer) => void
}

/** So many buttons stand under the thumb; the others are one tap away. */
const UNDER_THUMB = 2
const MORE = 'staff-more'

/** What may be done now: exactly what the API allows, the next step first. */
export function ReportActions({ answer, onDone }: ReportActionsProps) {
  const t = useStaffText()
  const wide = useWide()
  const [open, setOpen] = useState<StaffAction | 'more' | null>(null)
  const [problem, setProblem] = useState('')
  const actions = inOrder(answer.actions)
  const main = actions.filter((action) => isMain(action, answer.report.state))
  const shown = wide ? actions : main.slice(0, UNDER_THUMB)
  const others = actions.filter((action) => !shown.includes(action))
  const done = (action: StaffAction, after: ReportAnswer) => {
    setOpen(null)
    setProblem('')
    onDone(action, after)
  }
  const next = main.find((action) => !actionForms[action].atOnce)
  useHotkeys({ a: () => next && setOpen(next) }, wide)
  const button = (action: StaffAction) => (
    <ActionButton
      key={action}
      action={action}
      isNext={action === main[0]}
      answer={answer}
      onOpen={setOpen}
      onDone={done}
      onProblem={setProblem}
    />
  )
  const close = (action: StaffAction) => {
    setOpen(null)
    // The button that opened it went away with the sheet of the others.
    if (others.includes(action)) focusOnId(MORE)
  }
  return (
    <Box as="section" label={t('staff.do')} className="staff-actions" gap={2}>
      {problem && <Banner tone="bad">{problem}</Banner>}
      {main.length === 0 && (
        <Text block tone="muted">
          {t('staff.do.nothing')}
        </Text>
      )}
      {shown.slice(0, 1).map(button)}
      <Box className="staff-actions-row">
        {shown.slice(1).map(button)}
        {others.length > 0 && (
          <Button block icon="more" id={MORE} onClick={() => setOpen('more')}>
            {t('staff.do.more')}
          </Button>
        )}
      </Box>
      <More isOpen={open === 'more'} onClose={() => setOpen(null)}>
        {others.map(button)}
      </More>
      {open !== null && open !== 'more' && (
        <ActionSheet
          key={open}
          answer={answer}
          action={open}
          onClose={() => close(open)}
          onDone={(after) => done(open, after)}
        />
      )}
    </Box>
  )
}

function More({ isOpen, onClose, children }: { isOpen: boolean; onClose: () => void; children: ReactNode }) {
  const t = useStaffText()
  return (
    <Sheet open={isOpen} title={t('staff.do.more')} onClose={onClose}>
      <Box gap={2}>{children}</Box>
    </Sheet>
  )
}

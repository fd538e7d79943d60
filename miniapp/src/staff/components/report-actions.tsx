import type { ReportAnswer } from '@shared/contract/report.ts'
import { type ReactNode, useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { focusOnId } from '@/platform/scroll'
import { useHotkeys } from '@/platform/use-hotkeys'
import { useWide } from '@/platform/use-wide'
import { actionForms, inOrder, isMain, type StaffAction } from '../actions/action-forms'
import type { Suggestion } from '../actions/suggestion'
import { useStaffText } from '../locale/use-staff-text'
import { draftId, hasDraft, useActionDrafts } from '../state/action-drafts'
import type { AtOnceProblem } from '../state/use-deeds'
import { useSuggestion } from '../state/use-offices'
import { ActionButton } from './action-form/action-button'
import { ActionSheet } from './action-form/action-sheet'
import type { AtOnce } from './action-form/at-once-button'
import { Notices } from './action-form/notices'
import { QuickAssign } from './action-form/quick-assign'

/** So many buttons stand under the thumb; the others are one tap away. */
const UNDER_THUMB = 2
const MORE = 'staff-more'

export interface ReportActionsProps extends AtOnce {
  /** a step is under way, and the page shows already what follows */
  sending: boolean
  /** why the page has gone back */
  problem: AtOnceProblem | null
}

/** To whom the report can be handed with one press: while it is new, and nobody has begun to fill in the form. */
function useQuickSuggestion({ report, actions }: ReportAnswer): Suggestion | null {
  const hasBegun = useActionDrafts((drafts) => hasDraft(drafts, draftId(report.number, 'assign')))
  return useSuggestion(report, report.state === 'submitted' && actions.includes('assign') && !hasBegun)
}

/** The keys of the forms that a pre-review opens most. */
const KEYS = { d: 'decline', q: 'ask' } as const satisfies Record<string, StaffAction>

/** What may be done now: exactly what the API allows, the next step first. */
export function ReportActions({ sending, problem, ...given }: ReportActionsProps) {
  const t = useStaffText()
  const wide = useWide()
  const [open, setOpen] = useState<StaffAction | 'more' | null>(null)
  const { answer, onDone } = given
  const suggestion = useQuickSuggestion(answer)
  const actions = inOrder(answer.actions)
  const main = actions.filter((action) => isMain(action, answer.report.state))
  const shown = wide ? actions : main.slice(0, UNDER_THUMB)
  const others = actions.filter((action) => !shown.includes(action))
  const done = (action: StaffAction, after: ReportAnswer) => {
    setOpen(null)
    onDone(action, after)
  }
  const next = main.find((action) => !actionForms[action].atOnce)
  const openIf = (action: StaffAction) => () => actions.includes(action) && setOpen(action)
  useHotkeys({ a: () => next && setOpen(next), d: openIf(KEYS.d), q: openIf(KEYS.q) }, wide)
  const button = (action: StaffAction) => (
    <ActionButton
      key={action}
      {...given}
      action={action}
      isNext={action === main[0] && suggestion === null}
      onOpen={setOpen}
      onDone={done}
    />
  )
  const close = (action: StaffAction) => {
    setOpen(null)
    // The button that opened it went away with the sheet of the others.
    if (others.includes(action)) focusOnId(MORE)
  }
  const first = suggestion ? (
    <QuickAssign {...given} suggestion={suggestion} />
  ) : (
    shown.slice(0, 1).map(button)
  )
  return (
    <Box as="section" label={t('staff.do')} className="staff-actions" gap={2}>
      {problem && <Notices answer={answer} trouble={problem} atOnce {...problem} />}
      {main.length === 0 && (
        <Text block tone="muted">
          {t(sending ? 'staff.sending' : 'staff.do.nothing')}
        </Text>
      )}
      {first}
      <Box className="staff-actions-row">
        {shown.slice(suggestion ? 0 : 1).map(button)}
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

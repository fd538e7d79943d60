import type { ReportAnswer } from '@shared/contract/report.ts'
import { type ReactNode, useState } from 'react'
import { Badge } from '@/kit/badge'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { useHotkeys } from '@/platform/use-hotkeys'
import { useWide } from '@/platform/use-wide'
import { actionForms, inOrder, type StaffAction } from '../actions/action-forms'
import { useStaffText } from '../locale/use-staff-text'
import { draftId, hasDraft, useActionDrafts } from '../state/action-drafts'
import { ActionSheet } from './action-form/action-sheet'
import { AtOnceButton } from './action-form/at-once-button'

export interface ReportActionsProps {
  answer: ReportAnswer
  onDone: (action: StaffAction, after: ReportAnswer) => void
}

/** So many buttons stand under the thumb; the others are one tap away. */
const UNDER_THUMB = 2

/** What may be done now: exactly what the API allows, the next step first. */
export function ReportActions({ answer, onDone }: ReportActionsProps) {
  const t = useStaffText()
  const wide = useWide()
  const [open, setOpen] = useState<StaffAction | null>(null)
  const [problem, setProblem] = useState('')
  const actions = inOrder(answer.actions)
  const main = actions.filter((action) => actionForms[action].rank === 'main')
  const shown = wide ? main : main.slice(0, UNDER_THUMB)
  const done = (action: StaffAction, after: ReportAnswer) => {
    setOpen(null)
    setProblem('')
    onDone(action, after)
  }
  const first = main[0]
  useHotkeys({ a: () => first && !actionForms[first].atOnce && setOpen(first) }, wide)
  const button = (action: StaffAction) => (
    <ActionButton
      key={action}
      action={action}
      isFirst={action === first}
      answer={answer}
      onOpen={setOpen}
      onDone={done}
      onProblem={setProblem}
    />
  )
  return (
    <Box as="section" label={t('staff.do')} className="staff-actions" gap={2}>
      {problem && <Banner tone="bad">{problem}</Banner>}
      {main.length === 0 && (
        <Text block tone="muted">
          {t('staff.do.nothing')}
        </Text>
      )}
      {shown.map(button)}
      <Others actions={actions.filter((action) => !shown.includes(action))} wide={wide} render={button} />
      {open && (
        <ActionSheet key={open} answer={answer} action={open} onClose={() => setOpen(null)} onDone={(after) => done(open, after)} />
      )}
    </Box>
  )
}

interface OthersProps {
  actions: readonly StaffAction[]
  wide: boolean
  render: (action: StaffAction) => ReactNode
}

function Others({ actions, wide, render }: OthersProps) {
  const t = useStaffText()
  const [open, setOpen] = useState(false)
  if (actions.length === 0) return null
  if (wide) return <>{actions.map(render)}</>
  return (
    <>
      <Button block kind="ghost" icon="more" onClick={() => setOpen(true)}>
        {t('staff.do.more')}
      </Button>
      <Sheet open={open} title={t('staff.do.more')} onClose={() => setOpen(false)}>
        <Box gap={2}>{actions.map(render)}</Box>
      </Sheet>
    </>
  )
}

interface ActionButtonProps extends ReportActionsProps {
  action: StaffAction
  isFirst: boolean
  onOpen: (action: StaffAction) => void
  onProblem: (message: string) => void
}

function ActionButton({ action, isFirst, answer, onOpen, onDone, onProblem }: ActionButtonProps) {
  const t = useStaffText()
  const form = actionForms[action]
  const isDraft = useActionDrafts((drafts) => hasDraft(drafts, draftId(answer.report.number, action)))
  const kind = isFirst ? 'primary' : form.grave ? 'danger' : 'plain'
  if (form.atOnce) {
    return <AtOnceButton answer={answer} action={action} kind={kind} onDone={onDone} onProblem={onProblem} />
  }
  return (
    <Button block kind={kind} icon={form.icon} onClick={() => onOpen(action)}>
      {t(`staff.do.${action}`)}
      {isDraft && (
        <>
          {' '}
          <Badge tone="wait">{t('staff.form.draft')}</Badge>
        </>
      )}
    </Button>
  )
}
